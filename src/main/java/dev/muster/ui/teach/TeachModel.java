package dev.muster.ui.teach;

import dev.muster.base.Text;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.WindowsBuild;
import dev.muster.ui.kit.Bar;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.PageModel;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Standing;
import dev.muster.ui.kit.UiWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which topic is shown, and the data that its picture is drawn from.
public final class TeachModel implements PageModel {

    private final Catalog catalog;
    private final Clock clock;
    private final Consumer<PageId> open;
    private final ReadOnlyObjectWrapper<Topic> topic = new ReadOnlyObjectWrapper<>(Topic.CONTAINER);
    private final ReadOnlyObjectWrapper<Bar> bar = new ReadOnlyObjectWrapper<>(
            new Bar(Bar.Left.BACK, Sign.NONE, Text.of(TeachWords.BAR), UiWords.text(UiWords.NOTHING), false));
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.OPEN);

    public TeachModel(Catalog catalog, Clock clock, Consumer<PageId> open) {
        this.catalog = catalog;
        this.clock = clock;
        this.open = open;
    }

    @Override
    public PageId page() {
        return PageId.TEACH;
    }

    @Override
    public ReadOnlyObjectProperty<Bar> bar() {
        return bar.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /// The page has no big button: nothing happens next.
    @Override
    public void go() {}

    public ReadOnlyObjectProperty<Topic> topic() {
        return topic.getReadOnlyProperty();
    }

    public void show(Topic wanted) {
        topic.set(wanted);
    }

    public void matrix() {
        open.accept(PageId.MATRIX);
    }

    /// The servers whose days are known, from old to new.
    public List<WindowsBuild> releases() {
        return catalog.windows().builds().stream()
                .filter(build -> build.kind() == WindowsBuild.Kind.SERVER)
                .filter(build -> build.available() != null && build.end().isPresent())
                .toList();
    }

    /// Names of base images of a role, without their tags.
    public List<String> names(String role) {
        return catalog.windows().images().stream()
                .filter(image -> image.role().equals(role))
                .flatMap(image -> image.names().stream())
                .toList();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }
}

package dev.muster.ui.start;

import dev.muster.base.Text;
import dev.muster.practice.rancher.Release;
import dev.muster.ui.kit.Bar;
import dev.muster.ui.kit.Bar.Left;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.PageModel;
import dev.muster.ui.kit.Standing;
import dev.muster.ui.kit.Standing.Mark;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.work.Form;
import dev.muster.ui.work.Origin;
import dev.muster.ui.work.Work;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What can be begun, and what was begun earlier.
public final class StartModel implements PageModel {

    /// What the page asks for; each opens another thing to work on.
    public interface Verbs {
        void lookForEarlier();

        void practise(Release release);

        void open(Earlier earlier);

        void next();
    }

    /// What was begun earlier, as far as it is known.
    public sealed interface Found {
        record Looking() implements Found {}

        record These(List<Earlier> things) implements Found {
            public These {
                things = List.copyOf(things);
            }
        }

        record Trouble(Text why) implements Found {}
    }

    private final Work work;
    private final Verbs verbs;
    private final ReadOnlyObjectWrapper<Bar> bar = new ReadOnlyObjectWrapper<>(Bar.EMPTY);
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.OPEN);
    private Text said = UiWords.text(UiWords.NOTHING);
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(new Found.Looking());

    public StartModel(Work work, Verbs verbs) {
        this.work = work;
        this.verbs = verbs;
        work.onChange(this::refresh);
        refresh();
    }

    @Override
    public PageId page() {
        return PageId.START;
    }

    @Override
    public ReadOnlyObjectProperty<Bar> bar() {
        return bar.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /// Whoever comes back finds what was kept meanwhile.
    @Override
    public void enter() {
        verbs.lookForEarlier();
    }

    public ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    public void show(Found newFound) {
        found.set(newFound);
    }

    /// A setup that is under way is gone on with; else a new one begins.
    @Override
    public void go() {
        if (!work.begun()) {
            work.begin(Origin.NEW, Form.EMPTY, work.desk());
        }
        verbs.next();
    }

    /// What is under way or went wrong, in the bar; the empty text: nothing.
    public void say(Text text) {
        said = text;
        refresh();
    }

    public void practise(Release release) {
        verbs.practise(release);
    }

    public void open(Earlier earlier) {
        verbs.open(earlier);
    }

    private void refresh() {
        var button = work.begun() && !work.form().name().isBlank()
                ? UiWords.text(UiWords.START_GO_ON_BUTTON, work.form().name())
                : UiWords.text(UiWords.START_GO);
        var sentence = said.key() == UiWords.NOTHING ? UiWords.text(UiWords.START_BAR) : said;
        bar.set(Bar.open(sentence, button).with(Left.NOTHING));
        standing.set(work.begun() ? Standing.of(Mark.DONE, UiWords.START_LINE) : Standing.OPEN);
    }
}

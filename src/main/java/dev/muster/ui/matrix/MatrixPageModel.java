package dev.muster.ui.matrix;

import dev.muster.assess.IsolationCell;
import dev.muster.assess.IsolationMatrix;
import dev.muster.assess.Overlay;
import dev.muster.assess.OwnImage;
import dev.muster.base.Text;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.RancherLine;
import dev.muster.catalog.WindowsBuild;
import dev.muster.catalog.WindowsBuild.Kind;
import dev.muster.report.MatrixExport;
import dev.muster.setup.inventory.Importers;
import dev.muster.setup.inventory.ProposedImages;
import dev.muster.ui.fits.MatrixModel;
import dev.muster.ui.kit.Bar;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.PageModel;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Standing;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.work.Work;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The whole isolation matrix: which kind of host is shown, which cell is looked at, which Rancher's images are
/// marked, and the images of the admin's own.
public final class MatrixPageModel implements PageModel {

    /// What the page shows below its tools.
    public enum Pane {
        GRID,
        IMAGES
    }

    private final Work work;
    private final Catalog catalog;
    private final Clock clock;
    private final Consumer<PageId> open;
    private final MatrixModel mine;
    private final IsolationMatrix matrix;
    private final ReadOnlyObjectWrapper<Bar> bar = new ReadOnlyObjectWrapper<>(Bar.EMPTY);
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.OPEN);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<IsolationCell> selected;
    private Pane pane = Pane.GRID;
    private Kind kind = Kind.SERVER;
    private String chosen = "";
    private Overlay overlay = Overlay.NOTHING;
    private ProposedImages read = new ProposedImages(List.of(), List.of());
    private Optional<Text> said = Optional.empty();

    public MatrixPageModel(Work work, Catalog catalog, Clock clock, MatrixModel mine, Consumer<PageId> open) {
        this.work = work;
        this.catalog = catalog;
        this.clock = clock;
        this.mine = mine;
        this.open = open;
        matrix = new IsolationMatrix(catalog);
        selected = new ReadOnlyObjectWrapper<>(matrix.cells().getFirst());
        work.onChange(this::refresh);
        refresh();
    }

    @Override
    public PageId page() {
        return PageId.MATRIX;
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

    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    public Pane pane() {
        return pane;
    }

    public void show(Pane wanted) {
        pane = wanted;
        rise();
    }

    public Kind kind() {
        return kind;
    }

    /// Shows the hosts of this kind; the cell looked at stays in its row.
    public void show(Kind wanted) {
        if (kind != wanted) {
            kind = wanted;
            select(hosts().getFirst(), selected.get().image());
            rise();
        }
    }

    public List<WindowsBuild> hosts() {
        return matrix.hosts().stream().filter(host -> host.kind() == kind).toList();
    }

    public List<WindowsBuild> images() {
        return matrix.images();
    }

    public IsolationCell cell(WindowsBuild host, WindowsBuild image) {
        return matrix.cell(host, image).orElseThrow();
    }

    /// The cell that is looked at.
    public ReadOnlyObjectProperty<IsolationCell> selected() {
        return selected.getReadOnlyProperty();
    }

    public void select(WindowsBuild host, WindowsBuild image) {
        selected.set(cell(host, image));
    }

    /// Looks at the cell so many columns and rows further, as far as there are any.
    public void move(int columns, int rows) {
        var hosts = hosts();
        var images = images();
        var column = hosts.indexOf(selected.get().host()) + columns;
        var row = images.indexOf(selected.get().image()) + rows;
        select(hosts.get(Math.clamp(column, 0, hosts.size() - 1)), images.get(Math.clamp(row, 0, images.size() - 1)));
    }

    public Overlay overlay() {
        return overlay;
    }

    /// Versions whose images can be marked: the setup's own first, then the newest of each line.
    public List<String> versions() {
        return Stream.concat(
                        Stream.of(work.form().version()).filter(version -> !version.isEmpty()),
                        catalog.lines().reversed().stream().map(RancherLine::line))
                .distinct()
                .toList();
    }

    /// The version whose images are marked; empty: none is.
    public String rancher() {
        return chosen.isEmpty() ? work.form().version() : chosen;
    }

    public void rancher(String version) {
        chosen = version;
        refresh();
    }

    /// The admin's Windows hosts that stand in no column.
    public List<String> unplaced() {
        return mine.unplaced();
    }

    /// Base images of a build, under their names at Microsoft's registry and at Docker Hub.
    public List<String> baseImages(WindowsBuild image) {
        return catalog.windows().imageNames(image);
    }

    public List<OwnImage> own() {
        return overlay.images();
    }

    /// Reads images as they are typed or pasted.
    public void read(String text) {
        read = Importers.images(text);
        rise();
    }

    public ProposedImages read() {
        return read;
    }

    /// Puts what was read into the setup; an image that is there already gets the new build.
    public void take() {
        var taken = read.images();
        read = new ProposedImages(List.of(), List.of());
        work.edit(form -> {
            var more = new ArrayList<>(form.images());
            for (var image : taken) {
                more.removeIf(known -> known.name().equals(image.name()));
                more.add(image);
            }
            return form.withImages(more);
        });
        rise();
    }

    public void remove(String image) {
        work.edit(form -> form.withImages(form.images().stream()
                .filter(known -> !known.name().equals(image))
                .toList()));
    }

    /// The servers on which an image runs by process isolation, or by Hyper-V isolation only.
    public List<String> servers(OwnImage image, boolean byProcess) {
        return image.build().known().stream()
                .flatMap(build -> matrix.cells().stream()
                        .filter(cell -> cell.image().build() == build.build()
                                && cell.host().kind() == Kind.SERVER))
                .filter(cell -> switch (cell.verdict()) {
                    case BOTH, PROCESS -> byProcess;
                    case HYPERV -> !byProcess;
                    case NONE, UNKNOWN -> false;
                })
                .map(cell -> cell.host().name())
                .toList();
    }

    /// The whole matrix as a file.
    public MatrixExport export() {
        return new MatrixExport(matrix.cells(), overlay, catalog.date());
    }

    /// The day of the catalogue, and a warning once it is old.
    public Text catalogue() {
        return oldCatalogue(catalog, clock)
                .orElse(MatrixWords.text(MatrixWords.CATALOGUE, catalog.date().toString()));
    }

    public Sign catalogueSign() {
        return oldCatalogue(catalog, clock).isPresent() ? Sign.WARNS : Sign.NONE;
    }

    /// What is said of a catalogue that is old by the calendar.
    public static Optional<Text> oldCatalogue(Catalog catalog, Clock clock) {
        var today = LocalDate.now(clock);
        return catalog.isOld(today)
                ? Optional.of(MatrixWords.text(
                        MatrixWords.CATALOGUE_OLD, catalog.date().toString(), catalog.months(today)))
                : Optional.empty();
    }

    /// What came of saving or importing.
    public void say(Text what) {
        said = Optional.of(what);
        refresh();
    }

    /// A file was written here.
    public void saved(String file) {
        say(MatrixWords.text(MatrixWords.SAVED, file));
    }

    /// Files of a newer catalogue were taken.
    public void taken(int files) {
        say(MatrixWords.text(MatrixWords.CATALOGUE_TAKEN, files));
    }

    public void teach() {
        open.accept(PageId.TEACH);
    }

    private void refresh() {
        overlay = mine.overlay(rancher());
        bar.set(new Bar(
                Bar.Left.BACK,
                Sign.NONE,
                said.orElse(MatrixWords.text(MatrixWords.BAR)),
                UiWords.text(UiWords.NOTHING),
                false));
        rise();
    }

    private void rise() {
        changes.set(changes.get() + 1);
    }
}

package dev.muster.ui.fits;

import dev.muster.assess.Answer;
import dev.muster.assess.IsolationCell;
import dev.muster.assess.IsolationMatrix;
import dev.muster.assess.LineImages;
import dev.muster.assess.Overlay;
import dev.muster.assess.OwnImage;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.WindowsBuild;
import dev.muster.catalog.WindowsSupport;
import dev.muster.probe.Facts;
import dev.muster.probe.OsRelease;
import dev.muster.probe.Probed;
import dev.muster.setup.Os;
import dev.muster.setup.WindowsImage;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.work.HostForm;
import dev.muster.ui.work.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The isolation matrix with the admin's own hosts in it: the builds of the time of Rancher 2.1, or all of them.
public final class MatrixModel {

    /// The newest build that belongs to the time of Rancher 2.1: Server 2019.
    private static final int FEW_UP_TO = 17763;

    private static final Pattern BUILD = Pattern.compile("(?:10\\.0\\.)?(\\d{5})(?:\\.\\d+)?");

    private final Work work;
    private final Catalog catalog;
    private final IsolationMatrix matrix;
    private boolean all;

    public MatrixModel(Work work, Catalog catalog) {
        this.work = work;
        this.catalog = catalog;
        matrix = new IsolationMatrix(catalog);
    }

    public boolean all() {
        return all;
    }

    public void all(boolean show) {
        all = show;
    }

    public List<WindowsBuild> hosts() {
        return matrix.hosts().stream().filter(this::wanted).toList();
    }

    public List<WindowsBuild> images() {
        return matrix.images().stream().filter(this::wanted).toList();
    }

    private boolean wanted(WindowsBuild build) {
        return all
                || (build.build() <= FEW_UP_TO && build.kind() == WindowsBuild.Kind.SERVER)
                || !pinned(build).isEmpty()
                || !ownImages(build).isEmpty();
    }

    /// Builds whose image the agent of the setup's Rancher has.
    public Set<Integer> agentBuilds() {
        return catalog.rancher(work.form().version())
                .known()
                .flatMap(known -> known.windows().known())
                .flatMap(windows -> windows)
                .map(windows -> windows.images().stream()
                        .map(WindowsSupport.Image::build)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /// The admin's own hosts of this build, as they said it themselves.
    public List<String> pinned(WindowsBuild build) {
        return windowsHosts()
                .filter(host -> buildOf(host).filter(build::equals).isPresent())
                .map(HostForm::name)
                .toList();
    }

    /// What stands over the whole matrix: the images of a Rancher, the setup's own images, the hosts that have
    /// said their build.
    ///
    /// @param rancher a version or a line; empty: none
    public Overlay overlay(String rancher) {
        var columns = new LinkedHashMap<WindowsBuild, List<String>>();
        windowsHosts()
                .forEach(host -> buildOf(host)
                        .filter(matrix.hosts()::contains)
                        .ifPresent(build -> columns.computeIfAbsent(build, _ -> new ArrayList<>())
                                .add(host.name())));
        return new Overlay(
                rancher.isEmpty() ? Optional.empty() : Optional.of(LineImages.of(catalog, rancher)),
                work.form().images().stream()
                        .map(image -> OwnImage.of(image, catalog))
                        .toList(),
                columns);
    }

    /// The admin's own images of this build, by the names that the setup has for them.
    public List<String> ownImages(WindowsBuild build) {
        return work.setup().stream()
                .flatMap(setup -> setup.images().stream())
                .filter(image -> number(image.build()) == build.build() && build.image())
                .map(WindowsImage::name)
                .toList();
    }

    /// The admin's Windows hosts that stand nowhere: they weren't asked yet, or the tables don't have their
    /// build.
    public List<String> unplaced() {
        return windowsHosts()
                .filter(host -> buildOf(host).filter(matrix.hosts()::contains).isEmpty())
                .map(HostForm::name)
                .toList();
    }

    private Stream<HostForm> windowsHosts() {
        return work.form().hosts().stream().filter(host -> host.os() == Os.WINDOWS);
    }

    private Optional<WindowsBuild> buildOf(HostForm host) {
        return HostName.parse(host.name())
                .map(work.probed()::get)
                .flatMap(MatrixModel::release)
                .flatMap(this::build);
    }

    private static Optional<OsRelease> release(Probed answer) {
        return answer.facts() instanceof Reading.Known<Facts>(var facts)
                        && facts.os() instanceof Reading.Known<OsRelease>(var os)
                ? Optional.of(os)
                : Optional.empty();
    }

    private Optional<WindowsBuild> build(OsRelease os) {
        var kind = os.prettyName().contains("Server") ? WindowsBuild.Kind.SERVER : WindowsBuild.Kind.CLIENT;
        return matrix.hosts().stream()
                .filter(known -> known.kind() == kind && known.build() == number(os.versionId()))
                .findFirst();
    }

    /// The build in `17763`, `10.0.17763` or `10.0.17763.437`; -1: there is none.
    private static int number(String version) {
        var found = BUILD.matcher(version);
        return found.matches() ? Integer.parseInt(found.group(1)) : -1;
    }

    public MatrixCell cell(WindowsBuild image, WindowsBuild host) {
        return matrix.cell(host, image)
                .map(cell -> new MatrixCell(sign(cell), word(cell), image.title(), host.title(), cell.source()))
                .orElse(new MatrixCell(Sign.UNKNOWN, UiWords.MATRIX_UNKNOWN, image.title(), host.title(), ""));
    }

    private static Sign sign(IsolationCell cell) {
        if (cell.process() == Answer.YES) {
            return Sign.FITS;
        }
        if (cell.process() == Answer.UNKNOWN) {
            return Sign.UNKNOWN;
        }
        return cell.hyperv() == Answer.YES ? Sign.WARNS : Sign.STOPS;
    }

    private static UiWords word(IsolationCell cell) {
        if (cell.process() == Answer.YES) {
            return cell.hyperv() == Answer.YES ? UiWords.MATRIX_BOTH : UiWords.MATRIX_PROCESS;
        }
        if (cell.process() == Answer.UNKNOWN) {
            return UiWords.MATRIX_UNKNOWN;
        }
        return cell.hyperv() == Answer.YES ? UiWords.MATRIX_HYPERV : UiWords.MATRIX_NO;
    }
}

package dev.muster.ui.fits;

import dev.muster.assess.Answer;
import dev.muster.assess.IsolationCell;
import dev.muster.assess.IsolationMatrix;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.WindowsBuild;
import dev.muster.catalog.WindowsSupport;
import dev.muster.setup.Os;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.work.Work;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The isolation matrix with the admin's own hosts in it: the builds of the time of Rancher 2.1, or all of them.
public final class MatrixModel {

    /// The newest build that belongs to the time of Rancher 2.1: Server 2019.
    private static final int FEW_UP_TO = 17763;

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
        return all || (build.build() <= FEW_UP_TO && build.kind() == WindowsBuild.Kind.SERVER);
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

    /// The admin's Windows hosts; each is pinned to its build once a host was asked for it.
    public List<String> windowsHosts() {
        return work.form().hosts().stream()
                .filter(host -> host.os() == Os.WINDOWS)
                .map(dev.muster.ui.work.HostForm::name)
                .collect(Collectors.toList());
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

package dev.muster.ui.fits;

import dev.muster.assess.Situation;
import dev.muster.assess.State;
import dev.muster.assess.host.MeshCell;
import dev.muster.assess.host.MeshMatrix;
import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.catalog.Catalog;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.work.Work;
import java.util.List;

/// The network between the hosts: who gets through to whom, the failing pairs first.
public final class MeshModel {

    private static final int MOST = 20;
    private static final int FITS_A_PAGE = 14;

    private final Work work;
    private final Catalog catalog;

    public MeshModel(Work work, Catalog catalog) {
        this.work = work;
        this.catalog = catalog;
    }

    /// Whether there is anything to say: one host alone has no network.
    public boolean begun() {
        return !matrix().cells().isEmpty() || work.network().coming().isPresent();
    }

    public MeshMatrix matrix() {
        return work.setup()
                .map(setup -> MeshMatrix.of(new Situation(
                        setup,
                        work.registration(),
                        work.probed(),
                        catalog,
                        work.network().mesh())))
                .orElseGet(() -> new MeshMatrix(List.of(), List.of(), 0));
    }

    /// How far it has come, or what came of it.
    public Text sentence(MeshMatrix matrix) {
        return work.network()
                .coming()
                .map(progress -> UiWords.text(UiWords.MESH_TRYING, progress.tried(), progress.hosts()))
                .orElseGet(() -> matrix.spared() == 0
                        ? UiWords.text(
                                UiWords.MESH_SENTENCE,
                                matrix.count(State.PASSED),
                                matrix.cells().size())
                        : UiWords.text(
                                UiWords.MESH_SENTENCE_SPARED,
                                matrix.count(State.PASSED),
                                matrix.cells().size(),
                                matrix.spared()));
    }

    /// The pairs that something is wrong with, the worst first.
    public List<MeshCell> wrong(MeshMatrix matrix) {
        return matrix.cells().stream()
                .filter(cell -> cell.state() != State.PASSED)
                .limit(MOST)
                .toList();
    }

    /// The hosts of the table; none when they are too many to be read.
    public List<HostName> hosts(MeshMatrix matrix) {
        return matrix.hosts().size() > FITS_A_PAGE || matrix.cells().isEmpty() ? List.of() : matrix.hosts();
    }

    public static Sign sign(State state) {
        return switch (state) {
            case PASSED -> Sign.FITS;
            case FAILED, ACCEPTED -> Sign.STOPS;
            case PENDING -> Sign.WAITS;
            case UNKNOWN -> Sign.UNKNOWN;
            case NOT_APPLICABLE -> Sign.NONE;
        };
    }
}

package dev.muster.ui;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.flow.Workplace;
import dev.muster.plan.Plan;
import dev.muster.report.MatrixExport;
import dev.muster.report.RunReport;
import dev.muster.setup.Os;
import dev.muster.ui.fits.FitsModel;
import dev.muster.ui.fits.FitsView;
import dev.muster.ui.fits.MatrixModel;
import dev.muster.ui.fits.MeshModel;
import dev.muster.ui.hosts.HostsModel;
import dev.muster.ui.hosts.HostsView;
import dev.muster.ui.kit.Errands;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.matrix.MatrixPageModel;
import dev.muster.ui.matrix.MatrixView;
import dev.muster.ui.reach.ReachModel;
import dev.muster.ui.reach.ReachView;
import dev.muster.ui.report.ReportModel;
import dev.muster.ui.report.ReportView;
import dev.muster.ui.review.ReviewModel;
import dev.muster.ui.review.ReviewView;
import dev.muster.ui.run.RunModel;
import dev.muster.ui.run.RunView;
import dev.muster.ui.settings.SettingsModel;
import dev.muster.ui.settings.SettingsView;
import dev.muster.ui.start.StartModel;
import dev.muster.ui.start.StartView;
import dev.muster.ui.teach.TeachModel;
import dev.muster.ui.teach.TeachView;
import dev.muster.ui.work.Desk;
import dev.muster.ui.work.Work;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;

/// All models, wired by hand, and the views over them.
final class Assembly {

    /// What pages ask of the desktop around them: choosing files, other things to work on.
    interface Desktop extends StartModel.Verbs {
        void openFile();

        void importHosts(HostsModel into);

        void saveScripts(ReviewModel of);

        void saveLog(RunModel of);

        void saveMatrix(MatrixPageModel of, MatrixExport.Format format);

        void importCatalogue(MatrixPageModel of);

        void saveReport(ReportModel of, RunReport.Format format);
    }

    private final Work work;
    private final Desktop desktop;
    private final StartModel start;
    private final SettingsModel settings;
    private final HostsModel hosts;
    private final ReachModel reach;
    private final FitsModel fits;
    private final MatrixModel matrix;
    private final MatrixPageModel matrixPage;
    private final TeachModel teach;
    private final Workplace place;
    private final MeshModel mesh;
    private final ReviewModel review;
    private final RunModel run;
    private final ReportModel report;
    private final WizardModel wizard;
    private final ReadOnlyObjectWrapper<Text> foot = new ReadOnlyObjectWrapper<>(UiWords.text(UiWords.NOTHING));

    Assembly(Workplace place, Errands errands, Desk desk, Desktop desktop) {
        this.desktop = desktop;
        this.place = place;
        work = new Work(errands, desk, place.clock());
        Consumer<PageId> open = this::open;
        start = new StartModel(work, desktop);
        settings = new SettingsModel(work, open);
        hosts = new HostsModel(work, open);
        reach = new ReachModel(work, errands, open);
        fits = new FitsModel(work, open, asking(), topic -> {
            lessons().show(topic);
            open(PageId.TEACH);
        });
        matrix = new MatrixModel(work, place.catalog());
        matrixPage = new MatrixPageModel(work, place.catalog(), place.clock(), matrix, open);
        teach = new TeachModel(place.catalog(), place.clock(), open);
        mesh = new MeshModel(work, place.catalog());
        review = new ReviewModel(work, errands, this::run);
        run = new RunModel(
                errands,
                place.clock(),
                place.catalog().guidance(),
                (id, host) -> work.desk().log(id, host),
                (id, takeOver, news) -> work.desk().resume(work.desk().record(id), takeOver, news),
                open);
        report = new ReportModel(work, errands, run::run, () -> open(PageId.START));
        wizard = new WizardModel(List.of(start, settings, hosts, reach, fits, review, run, report, matrixPage, teach));
        work.onChange(this::tellFoot);
        run.changes().subscribe((_, _) -> tellFoot());
        tellFoot();
    }

    private TeachModel lessons() {
        return teach;
    }

    private FitsModel.Asking asking() {
        return new FitsModel.Asking() {
            @Override
            public void again(Set<HostName> hosts) {
                reach.askAgain(hosts);
            }

            @Override
            public boolean asks(HostName host) {
                return reach.asks(host);
            }

            @Override
            public boolean busy() {
                return reach.busy();
            }
        };
    }

    private void open(PageId page) {
        wizard.open(page);
    }

    private void run(Plan plan) {
        work.order(plan).ifPresent(order -> {
            open(PageId.RUN);
            run.begin(plan, news -> work.desk().run(order, news));
        });
    }

    Work work() {
        return work;
    }

    WizardModel wizard() {
        return wizard;
    }

    StartModel start() {
        return start;
    }

    HostsModel hosts() {
        return hosts;
    }

    RunModel run() {
        return run;
    }

    Shell shell(Words words, TopBar.Verbs verbs, Ties ties) {
        return new Shell(wizard, work, foot(), this::view, words, verbs, ties);
    }

    private ReadOnlyObjectProperty<Text> foot() {
        return foot.getReadOnlyProperty();
    }

    private Node view(PageId page, Words words, Ties ties) {
        return switch (page) {
            case START -> new StartView(start, desktop::openFile, words, ties);
            case SETTINGS -> new SettingsView(settings, words, ties);
            case HOSTS -> new HostsView(hosts, () -> desktop.importHosts(hosts), words, ties);
            case REACH -> new ReachView(reach, words, ties);
            case FITS -> new FitsView(fits, mesh, matrix, words, ties);
            case REVIEW -> new ReviewView(review, desktop::saveScripts, words, ties);
            case RUN -> new RunView(run, () -> desktop.saveLog(run), words, ties);
            case MATRIX ->
                new MatrixView(
                        matrixPage,
                        format -> desktop.saveMatrix(matrixPage, format),
                        () -> desktop.importCatalogue(matrixPage),
                        words,
                        ties);
            case TEACH -> new TeachView(teach, words, ties);
            case REPORT -> new ReportView(report, format -> desktop.saveReport(report, format), words, ties);
        };
    }

    /// What this is all about, at the foot of the rail.
    private void tellFoot() {
        var lines = new java.util.ArrayList<Object>();
        if (!work.form().version().isEmpty()) {
            lines.add(UiWords.text(UiWords.FOOT_RANCHER, work.form().version()));
        }
        var all = work.form().hosts();
        if (!all.isEmpty()) {
            var windows = all.stream().filter(host -> host.os() == Os.WINDOWS).count();
            lines.add(
                    windows == 0
                            ? UiWords.text(UiWords.FOOT_HOSTS, all.size())
                            : UiWords.text(UiWords.FOOT_HOSTS_WINDOWS, all.size(), windows));
        }
        lines.add(
                run.plan().isEmpty()
                        ? UiWords.text(UiWords.FOOT_UNCHANGED)
                        : UiWords.text(UiWords.FOOT_STEPS, run.done()));
        var said = switch (lines.size()) {
            case 1 -> UiWords.text(UiWords.AS_IS, lines.get(0));
            case 2 -> UiWords.text(UiWords.FOOT_TWO_LINES, lines.get(0), lines.get(1));
            default -> UiWords.text(UiWords.FOOT_LINES, lines.get(0), lines.get(1), lines.get(2));
        };
        var old = MatrixPageModel.oldCatalogue(place.catalog(), place.clock());
        foot.set(old.map(warning -> UiWords.text(UiWords.FOOT_TWO_LINES, said, warning))
                .orElse(said));
    }

    /// The run that is under way, if one is.
    Optional<RunModel> underWay() {
        return run.underWay() ? Optional.of(run) : Optional.empty();
    }
}

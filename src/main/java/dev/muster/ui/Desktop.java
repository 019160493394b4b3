package dev.muster.ui;

import dev.muster.catalog.Catalog;
import dev.muster.flow.Workplace;
import dev.muster.practice.rancher.Release;
import dev.muster.report.MatrixExport;
import dev.muster.report.PlanScripts;
import dev.muster.report.RunReport;
import dev.muster.run.RunId;
import dev.muster.setup.file.Drafts;
import dev.muster.setup.file.SetupSaving;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import dev.muster.ui.hosts.HostsModel;
import dev.muster.ui.kit.Errands;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.matrix.MatrixPageModel;
import dev.muster.ui.report.ReportModel;
import dev.muster.ui.review.ReviewModel;
import dev.muster.ui.run.RunModel;
import dev.muster.ui.start.Earlier;
import dev.muster.ui.start.StartModel.Found;
import dev.muster.ui.work.Desk;
import dev.muster.ui.work.Form;
import dev.muster.ui.work.FormReader;
import dev.muster.ui.work.FormText;
import dev.muster.ui.work.GoalHere;
import dev.muster.ui.work.Origin;
import dev.muster.ui.work.Troubles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What happens between the pages and the workstation: files opened and saved, drafts and runs found again, practice
/// begun. Everything that touches a disk is sent away from the window's thread.
final class Desktop implements Assembly.Desktop, AutoCloseable {

    /// Asks for a file or a folder.
    interface Choices {
        Optional<Path> open(UiWords title);

        Optional<Path> save(UiWords title, String name);

        Optional<Path> folder(UiWords title);

        Language language();
    }

    private record Opened(Origin origin, Form form) {}

    private final Workplace place;
    private final Errands errands;
    private final Desk real;
    private final Choices choices;
    private final double practiceSpeed;
    private Optional<Assembly> assembly = Optional.empty();
    private Optional<Practising> practising = Optional.empty();

    /// @param practiceSpeed 1: as a person can follow it
    Desktop(Workplace place, Errands errands, Desk real, Choices choices, double practiceSpeed) {
        this.place = place;
        this.errands = errands;
        this.real = real;
        this.choices = choices;
        this.practiceSpeed = practiceSpeed;
    }

    /// The pages to work for; said once, after they are made.
    void serve(Assembly made) {
        assembly = Optional.of(made);
        lookForEarlier();
    }

    private Assembly pages() {
        return assembly.orElseThrow(() -> new IllegalStateException("no pages yet"));
    }

    @Override
    public void lookForEarlier() {
        errands.send(
                () -> EarlierThings.find(place),
                things -> pages().start().show(new Found.These(things)),
                e -> pages().start().show(new Found.Trouble(Troubles.of(e))));
    }

    @Override
    public void next() {
        pages().wizard().open(PageId.SETTINGS);
    }

    @Override
    public void practise(Release release) {
        pages().start().say(UiWords.text(UiWords.PRACTICE_STARTING));
        errands.send(
                () -> Practising.start(practiceSpeed, release),
                started -> {
                    endPractice();
                    practising = Optional.of(started);
                    var text = started.setupText();
                    begin(new Opened(Origin.practice(text), FormReader.read(text)), started.desk());
                },
                e -> pages().start().say(UiWords.text(UiWords.PRACTICE_TROUBLE, Troubles.of(e))));
    }

    @Override
    public void openFile() {
        choices.open(UiWords.START_CHOOSE_FILE).ifPresent(this::open);
    }

    void open(Path file) {
        errands.send(
                () -> {
                    var text = Files.readString(file);
                    GoalHere.check(text);
                    return new Opened(Origin.file(file, text), FormReader.read(text));
                },
                opened -> begin(opened, real),
                e -> pages().start()
                        .say(UiWords.text(
                                UiWords.OPEN_TROUBLE, file.getFileName().toString(), Troubles.of(e))));
    }

    @Override
    public void open(Earlier earlier) {
        if (earlier.run()) {
            look(new RunId(earlier.id()));
            return;
        }
        errands.send(
                () -> {
                    var draft =
                            new Drafts(place.home().drafts()).find(earlier.id()).orElseThrow();
                    GoalHere.check(draft.text());
                    return new Opened(Origin.draft(draft.of(), draft.text()), FormReader.read(draft.text()));
                },
                opened -> begin(opened, real),
                e -> pages().start().say(UiWords.text(UiWords.OPEN_TROUBLE, earlier.name(), Troubles.of(e))));
    }

    private void look(RunId id) {
        errands.send(
                () -> real.record(id),
                record -> {
                    var text = record.setupText();
                    begin(new Opened(Origin.draft("", text), FormReader.read(text)), real);
                    pages().run().look(record);
                    pages().wizard().restart(PageId.RUN);
                },
                e -> pages().start().say(UiWords.text(UiWords.OPEN_TROUBLE, id.value(), Troubles.of(e))));
    }

    private void begin(Opened opened, Desk desk) {
        pages().start().say(UiWords.text(UiWords.NOTHING));
        pages().work().begin(opened.origin(), opened.form(), desk);
        pages().work().paste("");
        pages().wizard().restart(PageId.SETTINGS);
    }

    /// Saves the setup: to its file, or to one that is asked for.
    void save() {
        var work = pages().work();
        if (!work.begun() || work.practising()) {
            return;
        }
        var origin = work.origin();
        var form = work.form();
        var opened = origin.kind() == Origin.Kind.FILE;
        (opened ? origin.file() : choices.save(UiWords.FILE_SAVE, work.fileName()))
                .ifPresent(file -> errands.send(
                        () -> {
                            var text = FormText.of(form, origin.text());
                            if (opened) {
                                SetupSaving.replace(file, origin.text(), text);
                            } else if (Files.exists(file)) {
                                SetupSaving.replace(file, Files.readString(file), text);
                            } else {
                                SetupSaving.create(file, text);
                            }
                            new Drafts(place.home().drafts()).forget(form.name());
                            return text;
                        },
                        text -> work.saved(file, text),
                        e -> work.couldNotSave(Troubles.of(e))));
    }

    @Override
    public void importHosts(HostsModel into) {
        choices.open(UiWords.IMPORT_CHOOSE)
                .ifPresent(file -> errands.send(
                        () -> Files.readString(file),
                        text -> {
                            into.show(HostsModel.Pane.PASTE);
                            into.bring(text);
                        },
                        e -> pages().work().couldNotSave(Troubles.of(e))));
    }

    @Override
    public void saveScripts(ReviewModel of) {
        choices.folder(UiWords.REVIEW_SAVE)
                .ifPresent(folder -> of.plan()
                        .ifPresent(plan -> errands.send(
                                () -> PlanScripts.write(plan, folder),
                                count -> of.say(UiWords.text(UiWords.REVIEW_SAVED, count, folder.toString())),
                                e -> of.say(UiWords.text(UiWords.SAVE_TROUBLE, Troubles.of(e))))));
    }

    @Override
    public void saveLog(RunModel of) {
        of.run()
                .ifPresent(id -> choices.save(UiWords.RUN_SAVE, id.value() + ".log")
                        .ifPresent(file -> errands.send(
                                () -> Keeping.log(
                                        pages().work().desk().log(id, of.log().host()), file),
                                _ -> {},
                                e -> of.say(UiWords.text(UiWords.SAVE_TROUBLE, Troubles.of(e))))));
    }

    @Override
    public void saveReport(ReportModel of, RunReport.Format format) {
        if (of.record().isEmpty()) {
            return;
        }
        var record = of.record().get();
        var accepted = of.accepted();
        var desk = pages().work().desk();
        var language = choices.language();
        choices.save(UiWords.REPORT_KEEP, format.fileName())
                .ifPresent(file -> errands.send(
                        () -> Files.writeString(file, desk.report(record, accepted, language, format)),
                        kept -> of.say(UiWords.text(UiWords.REPORT_SAVED, kept.toString())),
                        e -> of.say(UiWords.text(UiWords.SAVE_TROUBLE, Troubles.of(e)))));
    }

    @Override
    public void saveMatrix(MatrixPageModel of, MatrixExport.Format format) {
        var export = of.export();
        var texts = new Texts(choices.language());
        choices.save(UiWords.MATRIX_SAVE_TITLE, format.fileName())
                .ifPresent(file -> errands.send(
                        () -> export.write(file, format, texts),
                        kept -> of.saved(kept.toString()),
                        e -> of.say(UiWords.text(UiWords.SAVE_TROUBLE, Troubles.of(e)))));
    }

    @Override
    public void importCatalogue(MatrixPageModel of) {
        choices.open(UiWords.CATALOGUE_IMPORT_TITLE)
                .ifPresent(file -> errands.send(
                        () -> Catalog.take(file, place.home().catalogue()),
                        taken -> of.taken(taken.size()),
                        e -> of.say(UiWords.text(UiWords.CATALOGUE_TROUBLE, Troubles.of(e)))));
    }

    private void endPractice() {
        practising.ifPresent(old -> errands.send(
                () -> {
                    old.close();
                    return old;
                },
                _ -> {},
                _ -> {}));
        practising = Optional.empty();
    }

    /// Closes the lines to hosts, and a practice with its folder.
    @Override
    public void close() throws IOException {
        if (practising.isPresent()) {
            practising.get().close();
        }
        real.close();
    }
}

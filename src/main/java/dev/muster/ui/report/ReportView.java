package dev.muster.ui.report;

import dev.muster.report.RunReport;
import dev.muster.run.StepRecord;
import dev.muster.ui.kit.Card;
import dev.muster.ui.kit.Explained;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page *Report*, whole.
public final class ReportView extends VBox {

    private static final double ROW = 35;

    private final ReportModel model;
    private final Words words;
    private final Label title = Parts.label("", Styles.TITLE);
    private final TableView<StepRecord> table = new TableView<>();
    private final VBox accepted = new VBox();

    /// @param save asks for a file and writes the report
    public ReportView(ReportModel model, Consumer<RunReport.Format> save, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        title.setId(Ids.PAGE_TITLE);
        table.setId(Ids.REPORT_STEPS);
        table.setAccessibleText(words.of(UiWords.REPORT_STEPS));
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns()
                .setAll(List.of(
                        column(
                                UiWords.RUN_HOST_COLUMN,
                                (step, box) -> box.getChildren()
                                        .setAll(Parts.label(step.host().value(), Styles.STRONG, Styles.AS_IS))),
                        column(
                                UiWords.REPORT_COLUMN_STEP,
                                (step, box) -> box.getChildren().setAll(Parts.label(words.of(step.title())))),
                        column(UiWords.REPORT_COLUMN_STATE, this::state),
                        column(UiWords.REPORT_COLUMN_TOOK, this::took)));
        VBox.setVgrow(table, Priority.ALWAYS);
        var keep = new HBox(
                Parts.small(
                        Ids.REPORT_SAVE_HTML,
                        words.of(UiWords.REPORT_SAVE_HTML),
                        () -> save.accept(RunReport.Format.HTML)),
                Parts.small(
                        Ids.REPORT_SAVE_MD, words.of(UiWords.REPORT_SAVE_MD), () -> save.accept(RunReport.Format.MD)),
                Parts.small(
                        Ids.REPORT_SAVE_JUNIT,
                        words.of(UiWords.REPORT_SAVE_JUNIT),
                        () -> save.accept(RunReport.Format.JUNIT)));
        keep.getStyleClass().add(Styles.ACTIONS);
        var run = Parts.label("", Styles.MONO, Styles.MUTED, Styles.AS_IS);
        var full = new VBox(new HBox(12, keep, Parts.gap(), run), table, accepted);
        full.getStyleClass().add(Styles.INNER);
        VBox.setVgrow(full, Priority.ALWAYS);
        var none = new VBox(
                Parts.label(words.of(UiWords.REPORT_NONE), Styles.STRONG),
                Parts.wrapped(words.of(UiWords.REPORT_NONE_WHAT), Styles.MUTED));
        none.getStyleClass().add(Styles.EMPTY);
        var sentence = Parts.wrapped("", Styles.SENTENCE);
        ties.when(
                () -> {
                    var there = model.record().isPresent();
                    show(full, there);
                    show(none, !there);
                    sentence.setText(words.of(
                            model.isConfirmedByRancher() ? UiWords.REPORT_SENTENCE_RANCHER : UiWords.REPORT_SENTENCE));
                    show(sentence, there && !model.joined().isEmpty());
                    run.setText(model.record().map(it -> it.id().value()).orElse(""));
                    paint();
                },
                model.changes());
        getStyleClass().add(Styles.PAGE);
        Explained.by(this, UiWords.REPORT_HELP);
        getChildren().setAll(new VBox(title, sentence), none, full);
    }

    private void paint() {
        var joined = model.joined().size();
        title.setText(
                model.record().isEmpty()
                        ? words.of(UiWords.REPORT_TITLE)
                        : joined == model.hosts()
                                ? words.of(UiWords.REPORT_TITLE_DONE, joined)
                                : words.of(UiWords.REPORT_TITLE_PART, joined, model.hosts()));
        if (!table.getItems().equals(model.steps())) {
            table.getItems().setAll(model.steps());
        }
        show(accepted, !model.accepted().isEmpty());
        var rows = new VBox();
        for (var acceptance : model.accepted()) {
            var host = acceptance.host();
            rows.getChildren()
                    .add(Parts.row(
                            Styles.FLAT_ROW,
                            Parts.label(acceptance.check(), Styles.MONO, Styles.AS_IS),
                            Parts.label(host == null ? "" : host.value(), Styles.STRONG, Styles.AS_IS),
                            Parts.wrapped(acceptance.because(), Styles.AS_IS)));
        }
        accepted.getChildren().setAll(new Card(words.of(UiWords.REPORT_ACCEPTED)).padded(rows));
    }

    private void state(StepRecord step, HBox box) {
        var word = UiWords.valueOf("REPORT_STATE_" + step.state().name().toUpperCase(Locale.ROOT));
        var sign = Sign.of(dev.muster.report.Sign.of(step.state()));
        box.getChildren().setAll(Parts.signed(sign, words.of(word)));
    }

    private void took(StepRecord step, HBox box) {
        var began = step.began();
        var ended = step.ended();
        var text = began == null || ended == null ? "" : words.of(UiWords.AS_IS, Duration.between(began, ended));
        box.getChildren().setAll(Parts.label(text, Styles.MUTED));
    }

    private TableColumn<StepRecord, StepRecord> column(UiWords name, BiConsumer<StepRecord, HBox> fill) {
        var column = new TableColumn<StepRecord, StepRecord>(words.of(name));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new StepCell(fill));
        return column;
    }

    private static void show(javafx.scene.Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static final class StepCell extends TableCell<StepRecord, StepRecord> {

        private final HBox box = Parts.row("cell-box");
        private final BiConsumer<StepRecord, HBox> fill;

        private StepCell(BiConsumer<StepRecord, HBox> fill) {
            this.fill = fill;
        }

        @Override
        protected void updateItem(StepRecord step, boolean empty) {
            super.updateItem(step, empty);
            setText(null);
            if (empty || step == null) {
                setGraphic(null);
            } else {
                fill.accept(step, box);
                setGraphic(box);
            }
        }
    }
}

package dev.muster.ui.review;

import dev.muster.plan.Step;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.review.Entry.PhaseLine;
import dev.muster.ui.review.Entry.Steps;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The plan's phases and steps as a list; phases can't be selected.
final class StepList extends ListView<Entry> {

    private final Words words;

    StepList(Words words) {
        this.words = words;
        setId(Ids.REVIEW_STEPS);
        setAccessibleText(words.of(UiWords.REVIEW_STEPS));
        getStyleClass().add(Styles.PLAIN_LIST);
        setCellFactory(_ -> new EntryCell());
    }

    /// Selects the first step when nothing is selected.
    void begin() {
        if (!(getSelectionModel().getSelectedItem() instanceof Steps)) {
            getItems().stream().filter(Steps.class::isInstance).findFirst().ifPresent(getSelectionModel()::select);
        }
    }

    private Node phase(PhaseLine phase) {
        var title = Parts.label(words.of(UiWords.REVIEW_PHASE, phase.number(), phase.title()), Styles.STRONG);
        var count = Parts.label(
                phase.first().isEmpty()
                        ? words.of(UiWords.REVIEW_COUNT, phase.steps())
                        : words.of(UiWords.REVIEW_COUNT_AFTER, phase.steps(), phase.first()),
                Styles.NOTE);
        return Parts.row("phase-row", title, Parts.gap(), count);
    }

    private Node steps(Steps steps) {
        var title = Parts.label(words.of(steps.of(0).title()));
        var hosts = Parts.label(
                steps.steps().stream().map(Step::host).map(Object::toString).collect(Collectors.joining("  ")),
                Styles.NOTE,
                Styles.AS_IS);
        var undo = Parts.wrapped(words.of(UiWords.REVIEW_UNDO, steps.of(0).undo()), Styles.NOTE);
        var left = new VBox(title, hosts, undo);
        HBox.setHgrow(left, Priority.ALWAYS);
        return Parts.row("step-row", left);
    }

    private final class EntryCell extends ListCell<Entry> {
        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            getStyleClass().remove("phase-cell");
            setPrefWidth(0);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText("");
                setDisable(false);
                return;
            }
            switch (entry) {
                case PhaseLine phase -> {
                    getStyleClass().add("phase-cell");
                    setGraphic(phase(phase));
                    setAccessibleText(words.of(UiWords.REVIEW_PHASE, phase.number(), phase.title()));
                }
                case Steps steps -> {
                    setGraphic(steps(steps));
                    setAccessibleText(words.of(steps.of(0).title()));
                }
            }
        }
    }
}

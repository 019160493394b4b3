package dev.muster.ui.reach;

import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The hosts with their ladders: five signs each, and in words what was found or what would do.
final class ReachList extends ListView<ReachRow> {

    private static final double ROW = 66;
    private static final double NAME_WIDTH = 150;

    private final Words words;

    ReachList(ReachModel model, Words words) {
        this.words = words;
        setId(Ids.REACH_LIST);
        setAccessibleText(words.of(UiWords.REACH_LIST));
        setFixedCellSize(ROW);
        getStyleClass().add(Styles.PLAIN_LIST);
        setItems(model.rows());
        setCellFactory(_ -> new RowCell());
    }

    private Node row(ReachRow row) {
        var name = Parts.label(row.host().value(), Styles.STRONG, Styles.AS_IS);
        name.setPrefWidth(NAME_WIDTH);
        name.setMinWidth(NAME_WIDTH);
        var ladder = Parts.row("ladder");
        for (var at = 0; at < row.rungs().size(); at++) {
            var rung = row.names().get(at);
            var sign = row.rungs().get(at);
            var step = Parts.signed(sign, words.of(rung), "rung");
            step.setAccessibleText(words.of(UiWords.RUNG_SPOKEN, rung, sign.word()));
            step.setMinWidth(USE_PREF_SIZE);
            ladder.getChildren().add(step);
        }
        var said = Parts.label(words.of(row.text()), Styles.NOTE);
        said.setWrapText(true);
        var fix = words.of(row.fix());
        if (!fix.isEmpty()) {
            said.setText(words.of(UiWords.PROBLEM_SHOWN, row.text(), row.fix()));
            said.getStyleClass().add(row.sign().style());
        }
        var right = new VBox(ladder, said);
        right.getStyleClass().add("ladder-box");
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        return Parts.row("cell-box", name, right);
    }

    private final class RowCell extends ListCell<ReachRow> {

        private RowCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ReachRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText("");
            } else {
                setGraphic(row(row));
                setAccessibleText(words.of(UiWords.START_EARLIER_SPOKEN, row.host(), row.text()));
            }
        }
    }
}

package dev.muster.ui.hosts;

import dev.muster.ui.hosts.HostsModel.Pane;
import dev.muster.ui.kit.Card;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.work.Imported;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Pasting many hosts at once: the lines at the left, what was read in them at the right, line by line.
final class PastePane extends VBox {

    private static final double ROW = 30;

    /// One line of the preview: a host, or what is wrong with a line.
    private record Line(Sign sign, String name, String rest) {}

    private final Words words;

    PastePane(HostsModel model, Words words, Ties ties) {
        this.words = words;
        var text = new TextArea();
        text.setId(Ids.PASTE_TEXT);
        text.getStyleClass().addAll(Styles.MONO);
        text.setAccessibleText(words.of(UiWords.PASTE_FIELD));
        text.setPromptText("lin1 10.0.0.11 etcd,controlplane,worker\nops@10.0.0.12:2222\nnode[01-20].example.org");
        text.textProperty().subscribe((_, now) -> model.read(now));
        var preview = new ListView<Line>();
        preview.setId(Ids.PASTE_PREVIEW);
        preview.setAccessibleText(words.of(UiWords.PASTE_PREVIEW));
        preview.setFixedCellSize(ROW);
        preview.getStyleClass().add(Styles.PLAIN_LIST);
        preview.setPlaceholder(Parts.wrapped(words.of(UiWords.PASTE_NOTHING), Styles.MUTED));
        preview.setCellFactory(_ -> new LineCell());
        var take = Parts.small(Ids.PASTE_TAKE, "", () -> {
            model.take();
            text.clear();
        });
        var close = Parts.small(Ids.PASTE_CLOSE, words.of(UiWords.PASTE_CLOSE), () -> model.show(Pane.TABLE));
        var both = new HBox(grow(text), grow(preview));
        both.getStyleClass().add("two-columns");
        VBox.setVgrow(both, Priority.ALWAYS);
        var card = new Card(words.of(UiWords.PASTE_TITLE), take, close)
                .padded(Parts.wrapped(words.of(UiWords.PASTE_HINT), Styles.MUTED), both);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().setAll(card);
        ties.watch(model.brought(), text::setText);
        ties.watch(model.imported(), read -> {
            preview.getItems().setAll(lines(read));
            take.setText(words.of(UiWords.PASTE_TAKE, read.hosts().size()));
            take.setDisable(read.hosts().isEmpty());
        });
    }

    private java.util.List<Line> lines(Imported read) {
        var lines = new ArrayList<Line>();
        read.problems()
                .forEach(problem -> lines.add(
                        new Line(Sign.STOPS, "", words.of(UiWords.PROBLEM_SHOWN, problem.what(), problem.fix()))));
        read.hosts().forEach(host -> lines.add(new Line(Sign.FITS, host.name(), host.shownAddress())));
        return lines;
    }

    private static Node grow(javafx.scene.control.Control node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        node.setPrefWidth(0);
        node.setMaxWidth(Double.MAX_VALUE);
        return node;
    }

    private static final class LineCell extends ListCell<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (empty || line == null) {
                setGraphic(null);
            } else {
                var name = Parts.signed(line.sign(), line.name(), Styles.STRONG, Styles.AS_IS);
                var rest = Parts.label(line.rest(), line.sign() == Sign.FITS ? Styles.MONO : Styles.NOTE);
                if (line.sign() == Sign.FITS) {
                    rest.getStyleClass().add(Styles.AS_IS);
                }
                setGraphic(Parts.row("cell-box", name, rest));
            }
        }
    }
}

package dev.muster.ui.teach;

import dev.muster.ui.kit.Card;
import dev.muster.ui.kit.Explained;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page that teaches, whole: the topics at the left, one with its picture at the right.
public final class TeachView extends VBox {

    private static final double ROW = 38;
    private static final double LIST = 236;

    private final Words words;

    public TeachView(TeachModel model, Words words, Ties ties) {
        this.words = words;
        var pictures = new Pictures(model, words);
        var topics = new ListView<Topic>();
        topics.setId(Ids.TEACH_TOPICS);
        topics.setAccessibleText(words.of(TeachWords.TOPICS));
        topics.setFixedCellSize(ROW);
        topics.getStyleClass().add(Styles.PLAIN_LIST);
        topics.getItems().setAll(Topic.values());
        topics.setCellFactory(_ -> new TopicCell());
        topics.setMinWidth(LIST);
        topics.setPrefWidth(LIST);
        topics.setMaxWidth(LIST);
        topics.getSelectionModel().selectedItemProperty().subscribe((_, now) -> {
            if (now != null) {
                model.show(now);
            }
        });
        var card = new Card("", Parts.small(Ids.TEACH_MATRIX, words.of(TeachWords.TO_MATRIX), model::matrix));
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMinWidth(0);
        ties.watch(model.topic(), topic -> {
            topics.getSelectionModel().select(topic);
            show(topic, card, pictures);
        });
        var both = new HBox(topics, card);
        both.getStyleClass().add("two-columns");
        VBox.setVgrow(both, Priority.ALWAYS);
        getStyleClass().add(Styles.PAGE);
        Explained.by(this, UiWords.TEACH_HELP);
        getChildren().setAll(Parts.heading(words.of(TeachWords.TITLE), words.of(TeachWords.SENTENCE)), both);
    }

    private void show(Topic topic, Card card, Pictures pictures) {
        card.title().setText(words.of(topic.title()));
        var body = new VBox(pictures.of(topic));
        topic.sentences().forEach(key -> body.getChildren().add(Parts.wrapped(words.of(key))));
        body.getChildren().add(Parts.wrapped(words.of(TeachWords.SOURCE, topic.source()), Styles.NOTE));
        body.getStyleClass().addAll(Styles.BODY, "teach-body");
        var scroll = new ScrollPane(body);
        scroll.setId(Ids.TEACH_TOPIC);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(card.title().getText());
        card.body(scroll);
    }

    private final class TopicCell extends ListCell<Topic> {
        @Override
        protected void updateItem(Topic topic, boolean empty) {
            super.updateItem(topic, empty);
            setText(empty || topic == null ? null : words.of(topic.title()));
        }
    }
}

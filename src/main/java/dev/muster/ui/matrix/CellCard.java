package dev.muster.ui.matrix;

import dev.muster.assess.IsolationCell;
import dev.muster.ui.kit.Card;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.Words;
import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The cell that is looked at: both isolations with condition and source, and what it means for what is one's own.
final class CellCard extends VBox {

    private static final double HEIGHT = 134;
    private static final int NAMED = 4;

    private final MatrixPageModel model;
    private final Words words;
    private final VBox body = new VBox();
    private final Card card = new Card("");

    CellCard(MatrixPageModel model, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        body.getStyleClass().addAll(Styles.BODY, "tight-body");
        var scroll = new ScrollPane(body);
        scroll.setId(Ids.MATRIX_CELL);
        scroll.setFitToWidth(true);
        card.body(scroll);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT * 1.4);
        VBox.setVgrow(card, javafx.scene.layout.Priority.ALWAYS);
        getChildren().setAll(card);
        ties.when(
                () -> {
                    show(model.selected().get());
                    scroll.setAccessibleText(card.title().getText());
                },
                model.selected(),
                model.changes());
    }

    private void show(IsolationCell cell) {
        card.title().setText(MatrixSaid.title(cell, words));
        var kinds = new HBox(
                Parts.signed(MatrixSaid.sign(cell.process(), false), MatrixSaid.process(cell, words), Styles.STRONG),
                Parts.signed(MatrixSaid.sign(cell.hyperv(), true), MatrixSaid.hyperv(cell, words), Styles.STRONG));
        kinds.getStyleClass().add("two-columns");
        body.getChildren().setAll(kinds);
        model.overlay().about(cell).forEach(said -> body.getChildren().add(Parts.wrapped(capital(words.of(said)))));
        if (!cell.conditions().isEmpty()) {
            line(words.of(MatrixWords.CONDITION, MatrixSaid.conditions(cell, words)));
        }
        named(MatrixWords.HOSTS_HERE, model.overlay().hosts(cell.host()));
        named(MatrixWords.RANCHER_HERE, model.overlay().rancher(cell.image()));
        named(MatrixWords.OWN_HERE, model.overlay().own(cell.image()));
        named(MatrixWords.BASE_IMAGES, model.baseImages(cell.image()));
        cell.host()
                .end()
                .ifPresent(end ->
                        line(words.of(MatrixWords.SUPPORTED_UNTIL, cell.host().title(), end.toString())));
        line(words.of(MatrixWords.SOURCE, cell.source()));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private void named(MatrixWords key, List<String> names) {
        if (!names.isEmpty()) {
            var shown = String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                    + (names.size() > NAMED ? ", … (" + names.size() + ")" : "");
            line(words.of(key, shown));
        }
    }

    private void line(String text) {
        body.getChildren().add(Parts.wrapped(text, Styles.NOTE));
    }
}

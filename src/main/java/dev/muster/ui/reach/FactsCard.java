package dev.muster.ui.reach;

import dev.muster.base.Reading;
import dev.muster.probe.Facts;
import dev.muster.probe.Probed;
import dev.muster.ui.kit.Card;
import dev.muster.ui.kit.FieldRows;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the selected host says of itself.
final class FactsCard extends VBox {

    private final Words words;
    private final Card card = new Card("");

    FactsCard(Words words) {
        this.words = words;
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().setAll(card);
        show(Optional.empty());
    }

    void show(Optional<Probed> probed) {
        card.title()
                .setText(
                        probed.map(it -> words.of(UiWords.FACTS_TITLE, it.host().name()))
                                .orElse(words.of(UiWords.FACTS_HINT)));
        var body = probed.map(this::facts).orElse(new VBox());
        var padded = new VBox(body);
        padded.getStyleClass().add(Styles.BODY);
        var scroll = new ScrollPane(padded);
        scroll.setId(Ids.REACH_FACTS);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(card.title().getText());
        card.body(scroll);
    }

    private Node facts(Probed probed) {
        return switch (probed.facts()) {
            case Reading.Unknown<Facts>(var why) ->
                Parts.signed(Sign.UNKNOWN, words.of(UiWords.FACTS_UNKNOWN, why), Styles.MUTED);
            case Reading.Known<Facts>(var facts) -> {
                var rows = new FieldRows(words);
                for (var line : FactLines.of(facts)) {
                    var value = Parts.wrapped(words.of(line.value()));
                    if (!line.known()) {
                        value.setGraphic(Parts.icon(Sign.UNKNOWN));
                        value.getStyleClass().add(Styles.MUTED);
                    }
                    rows.fact(words.of(line.name()), value);
                }
                yield rows;
            }
        };
    }
}

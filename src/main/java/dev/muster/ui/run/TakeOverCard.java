package dev.muster.ui.run;

import dev.muster.base.HostName;
import dev.muster.ui.kit.Card;
import dev.muster.ui.kit.Explained;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Hosts that another run keeps locked: who holds them, and a field for each name that opens the button.
final class TakeOverCard extends VBox {

    private final RunModel model;
    private final Words words;
    private final Button take;
    private List<HostName> shown = List.of();

    TakeOverCard(RunModel model, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        take = Parts.small(Ids.RUN_TAKE_OVER, "", model::takeLocks);
        Explained.by(this, UiWords.TAKE_OVER_HELP);
        ties.when(this::fill, model.changes());
    }

    private void fill() {
        var takeOver = model.takeOver();
        var hosts = takeOver.locked().stream().map(TakeOver.Locked::host).toList();
        setVisible(takeOver.any());
        setManaged(takeOver.any());
        take.setText(words.of(UiWords.TAKE_OVER_DO, hosts.size()));
        take.setDisable(!takeOver.settled());
        if (!hosts.equals(shown)) {
            shown = hosts;
            getChildren().clear();
            if (takeOver.any()) {
                getChildren().setAll(card(takeOver));
            }
        }
    }

    private Card card(TakeOver takeOver) {
        var rows = new VBox();
        takeOver.locked().forEach(locked -> rows.getChildren().add(row(locked)));
        var card = new Card(words.of(UiWords.TAKE_OVER_TITLE, shown.size()), take)
                .padded(Parts.wrapped(words.of(takeOver.locked().getFirst().why()), Styles.MUTED), rows);
        card.title().setGraphic(Parts.icon(Sign.STOPS));
        card.getStyleClass().add(Styles.DANGER);
        return card;
    }

    private Node row(TakeOver.Locked locked) {
        var host = locked.host();
        var name = new TextField(locked.typed());
        name.setId(Ids.RUN_TAKE_OVER_NAME + host.value().replace('.', '-'));
        name.getStyleClass().add("small-field");
        name.textProperty().subscribe((_, now) -> model.type(host, now));
        var label = Parts.label(words.of(UiWords.TAKE_OVER_TYPE, host), Styles.FIELD_LABEL);
        label.setLabelFor(name);
        var row = new VBox(Parts.wrapped(words.of(locked.who()), Styles.STRONG), Parts.row("chips", label, name));
        row.getStyleClass().add("login-row");
        return row;
    }
}

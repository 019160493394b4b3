package dev.muster.ui.reach;

import dev.muster.remote.HostKey;
import dev.muster.remote.Opened.KeyChanged;
import dev.muster.ui.kit.Card;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The keys that wait for the admin's word: new ones to be compared and confirmed, changed ones that stop everything.
final class TrustCard extends VBox {

    /// `SHA256:` and 43 characters.
    private static final int AS_LONG_AS_A_KEY = 50;

    private final ReachModel model;
    private final Words words;

    TrustCard(ReachModel model, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        getStyleClass().add(Styles.INNER);
        ties.when(this::fill, model.changes());
    }

    private void fill() {
        var cards = new ArrayList<Node>();
        model.questions().changed().forEach(change -> cards.add(changed(change)));
        var unknown = model.questions().unknown();
        if (!unknown.isEmpty()) {
            cards.add(unknown(unknown));
        }
        setVisible(!cards.isEmpty());
        setManaged(!cards.isEmpty());
        if (!getChildren().isEmpty() && cards.isEmpty()) {
            getChildren().clear();
        } else if (!cards.isEmpty()) {
            getChildren().setAll(cards);
        }
    }

    private Card unknown(List<HostKey> keys) {
        var all = Parts.small(
                Ids.REACH_TRUST_ALL,
                words.of(UiWords.TRUST_CONFIRM_ALL, keys.size()),
                () -> model.confirm(List.copyOf(keys)));
        all.getStyleClass().add(Styles.ACCENT);
        var rows = new VBox();
        for (var key : model.inOrder(keys)) {
            var name = Parts.label(shown(key), Styles.STRONG);
            name.setMinWidth(USE_PREF_SIZE);
            var print = Parts.label(key.fingerprint(), Styles.MONO, Styles.AS_IS, Styles.FINGERPRINT);
            print.setMinWidth(USE_PREF_SIZE);
            var type = Parts.label(key.type(), Styles.NOTE, Styles.AS_IS);
            var confirm = Parts.small(
                    Ids.REACH_TRUST + key.address().replaceAll("[^A-Za-z0-9]", "-") + "-" + key.port(),
                    words.of(UiWords.TRUST_CONFIRM),
                    () -> model.confirm(List.of(key)));
            confirm.setAccessibleText(
                    words.of(UiWords.START_EARLIER_SPOKEN, words.of(UiWords.TRUST_CONFIRM), shown(key)));
            rows.getChildren().add(row(name, print, type, confirm));
        }
        var card = new Card(words.of(UiWords.TRUST_TITLE, keys.size()), all)
                .padded(
                        Parts.wrapped(words.of(UiWords.TRUST_SENTENCE), Styles.MUTED),
                        hint(words.of(UiWords.TRUST_KEYS), keys.stream().anyMatch(key -> !key.isCertificate())),
                        hint(
                                words.of(UiWords.TRUST_CERTIFICATE, HostKey.SHOWN_ON_WINDOWS),
                                keys.stream().anyMatch(HostKey::isCertificate)),
                        rows);
        card.title().setGraphic(Parts.icon(Sign.WARNS));
        card.getStyleClass().add(Styles.WARNING);
        return card;
    }

    private static Node hint(String text, boolean shown) {
        var hint = Parts.wrapped(text, Styles.MUTED);
        hint.setVisible(shown);
        hint.setManaged(shown);
        return hint;
    }

    /// A certificate's fingerprint is twice as long as a key's and gets a line of its own: cut, it proves
    /// nothing.
    private static Node row(Label name, Label print, Label type, Node confirm) {
        if (print.getText().length() <= AS_LONG_AS_A_KEY) {
            return Parts.row(Styles.FLAT_ROW, name, print, type, Parts.gap(), confirm);
        }
        return Parts.row(Styles.FLAT_ROW, new VBox(new HBox(8, name, type), print), Parts.gap(), confirm);
    }

    private Card changed(KeyChanged change) {
        var key = change.offered();
        var forget = Parts.small(
                Ids.REACH_FORGET + key.address().replaceAll("[^A-Za-z0-9]", "-") + "-" + key.port(),
                words.of(UiWords.TRUST_FORGET),
                () -> model.forget(key));
        var card = new Card(
                        words.of(
                                key.isCertificate() ? UiWords.TRUST_CHANGED_CERTIFICATE : UiWords.TRUST_CHANGED,
                                shown(key)),
                        forget)
                .padded(Parts.wrapped(
                        words.of(UiWords.TRUST_CHANGED_WHAT, change.known(), change.where(), key.fingerprint())));
        card.title().setGraphic(Parts.icon(Sign.STOPS));
        card.getStyleClass().add(Styles.DANGER);
        return card;
    }

    private String shown(HostKey key) {
        var where = key.place();
        return model.name(key)
                .map(host -> words.of(UiWords.TRUST_KEY, host, where))
                .orElse(where);
    }
}

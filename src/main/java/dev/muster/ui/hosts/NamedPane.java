package dev.muster.ui.hosts;

import dev.muster.ui.hosts.HostsModel.Pane;
import dev.muster.ui.kit.Card;
import dev.muster.ui.kit.Explained;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.work.NamedForm;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The list of logins, or of bastions: each with its fields, one more, one less.
final class NamedPane<F extends NamedForm> extends VBox {

    private final Named<F> named;
    private final Words words;
    private final VBox list = new VBox();
    private final List<NamedCard<F>> cards = new ArrayList<>();

    NamedPane(Named<F> named, HostsModel model, Words words, Ties ties) {
        this.named = named;
        this.words = words;
        var said = named.said();
        list.setId(said.one() + "-list");
        Explained.by(this, said.help());
        var add = Parts.small(said.one() + "-add", words.of(said.add()), this::add);
        var close = Parts.small(said.one() + "-close", words.of(UiWords.PASTE_CLOSE), () -> model.show(Pane.TABLE));
        getChildren()
                .setAll(new Card(words.of(said.title()), add, close)
                        .padded(Parts.wrapped(words.of(said.hint()), Styles.MUTED), list));
        ties.when(this::refresh, model.changes());
    }

    private void add() {
        named.add();
        if (lookup("#" + named.said().one() + "-name" + (cards.size() - 1)) instanceof TextField name) {
            name.requestFocus();
            name.selectAll();
        }
    }

    /// Cards are made anew only when there are more or fewer: typing doesn't lose its place.
    private void refresh() {
        var count = named.all().size();
        if (count != cards.size() || list.getChildren().isEmpty()) {
            cards.clear();
            for (var at = 0; at < count; at++) {
                cards.add(named.card(at));
            }
            list.getChildren()
                    .setAll(
                            cards.isEmpty()
                                    ? List.of(
                                            Parts.wrapped(words.of(named.said().none()), Styles.MUTED))
                                    : cards);
        }
        cards.forEach(NamedCard::update);
    }
}

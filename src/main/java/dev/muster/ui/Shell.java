package dev.muster.ui;

import dev.muster.base.Text;
import dev.muster.ui.kit.Explained;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.work.Work;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The frame around every page: top bar, rail, the page itself, an explanation when F1 asked for one, bottom bar.
final class Shell extends BorderPane {

    /// Makes the view of a page.
    interface Pages {
        Node view(PageId page, Words words, Ties ties);
    }

    private final Words words;
    private final Label explanation = Parts.wrapped("");
    private final HBox explained;
    private final VBox middle = new VBox();

    Shell(
            WizardModel wizard,
            Work work,
            ObservableValue<Text> foot,
            Pages pages,
            Words words,
            TopBar.Verbs verbs,
            Ties ties) {
        this.words = words;
        HBox.setHgrow(explanation, Priority.ALWAYS);
        explanation.setId(Ids.EXPLANATION);
        var close = Parts.small(Ids.EXPLANATION_CLOSE, words.of(UiWords.EXPLANATION_CLOSE), this::explainNothing);
        explained = Parts.row("explanation", explanation, close);
        explainNothing();
        var made = new EnumMap<PageId, ScrollPane>(PageId.class);
        ties.watch(wizard.current(), id -> show(id, pages, made, ties));
        setTop(new TopBar(work, words, verbs, ties));
        setLeft(new RailView(wizard, foot, words, ties));
        setCenter(middle);
        setBottom(new BottomBar(wizard, words, ties));
    }

    private void show(PageId id, Pages pages, Map<PageId, ScrollPane> made, Ties ties) {
        middle.getChildren()
                .setAll(made.computeIfAbsent(id, wanted -> scrolled(pages.view(wanted, words, ties))), explained);
        explainNothing();
        if (getScene() != null) {
            greet();
        }
    }

    /// Puts the focus where typing makes sense on this page: its first field, list or tile; else on the big
    /// button.
    void greet() {
        applyCss(); // before that, what a page holds isn't in the scene, and nothing in it takes the focus
        var wanted = Keys.first(
                shown(),
                node -> !(node instanceof ButtonBase)
                        && !(node instanceof ComboBoxBase)
                        && !node.getStyleClass().contains(Styles.FINDER));
        var big = lookup("#" + Ids.BIG_BUTTON);
        var focus = wanted != null ? wanted : big != null && !big.isDisabled() ? big : Keys.first(shown(), _ -> true);
        if (focus != null) {
            focus.requestFocus();
        }
    }

    private static ScrollPane scrolled(Node view) {
        var scroll = new ScrollPane(view);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(Styles.PAGE_SCROLL);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    /// The page that is shown.
    Node shown() {
        return middle.getChildren().getFirst();
    }

    private Node content() {
        return ((ScrollPane) shown()).getContent();
    }

    /// Explains what has the focus, or the page.
    void explain() {
        var owner = getScene().getFocusOwner();
        var key = owner == null ? Optional.<UiWords>empty() : Explained.at(owner);
        key.or(() -> Explained.at(content())).ifPresent(this::say);
    }

    void explainPage() {
        Explained.at(content()).ifPresent(this::say);
    }

    private void say(UiWords found) {
        explanation.setText(words.of(found));
        explained.setVisible(true);
        explained.setManaged(true);
    }

    private void explainNothing() {
        explained.setVisible(false);
        explained.setManaged(false);
    }
}

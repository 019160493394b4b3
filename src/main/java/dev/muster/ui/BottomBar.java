package dev.muster.ui;

import dev.muster.ui.kit.Bar;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The bottom bar: back, one sentence that says what happens next or why it can't, one button that says what it will
/// do.
final class BottomBar extends HBox {

    private final Words words;
    private final Button left;
    private final Label sentence = Parts.wrapped("");
    private final Button big;

    BottomBar(WizardModel wizard, Words words, Ties ties) {
        this.words = words;
        left = Parts.button(Ids.BACK, "", wizard::left);
        sentence.setId(Ids.BAR_SENTENCE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        big = Parts.button(Ids.BIG_BUTTON, "", wizard::go, Styles.BIG, Styles.ACCENT);
        big.setDefaultButton(true);
        getStyleClass().add(Styles.BAR);
        getChildren().setAll(left, sentence, big);
        // one listener a page, none to move: what a page that isn't shown says is passed over
        for (var page : PageId.values()) {
            ties.watch(wizard.page(page).bar(), bar -> {
                if (wizard.current().get() == page) {
                    paint(bar);
                }
            });
        }
        ties.watch(wizard.current(), _ -> paint(wizard.shown().bar().get()));
    }

    private void paint(Bar bar) {
        left.setVisible(bar.left() != Bar.Left.NOTHING);
        left.setManaged(left.isVisible());
        left.setId(bar.left() == Bar.Left.STOP ? Ids.STOP : Ids.BACK);
        left.setText(words.of(bar.left() == Bar.Left.STOP ? UiWords.BAR_STOP : UiWords.BAR_BACK));
        sentence.setText(words.of(bar.sentence()));
        sentence.setGraphic(bar.sign() == Sign.NONE ? null : Parts.icon(bar.sign()));
        big.setText(words.of(bar.button()));
        big.setVisible(!big.getText().isEmpty());
        big.setDisable(!bar.open());
    }
}

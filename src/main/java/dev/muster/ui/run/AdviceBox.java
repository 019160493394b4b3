package dev.muster.ui.run;

import dev.muster.base.Text;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A known error explained where it happens, with the way out.
final class AdviceBox extends VBox {

    AdviceBox(RunModel model, Words words, Ties ties) {
        Label what = Parts.wrapped("", Styles.STRONG);
        Label fix = Parts.wrapped("");
        var settings = Parts.link(Ids.RUN_OPEN_SETTINGS, words.of(UiWords.RUN_OPEN_SETTINGS), model::openSettings);
        getStyleClass().add("advice");
        getChildren().setAll(what, fix, settings);
        ties.when(
                () -> {
                    var advice = model.advice();
                    // a lock is explained where it can be taken over
                    var trouble = model.takeOver().any() ? Optional.<Text>empty() : model.trouble();
                    setVisible(advice.isPresent() || trouble.isPresent());
                    setManaged(isVisible());
                    what.setText(advice.map(it -> words.of(it.what()))
                            .or(() -> trouble.map(words::of))
                            .orElse(""));
                    fix.setText(advice.map(it -> words.of(it.fix())).orElse(""));
                    fix.setManaged(advice.isPresent());
                    settings.setVisible(advice.isPresent());
                    settings.setManaged(advice.isPresent());
                },
                model.changes());
    }
}

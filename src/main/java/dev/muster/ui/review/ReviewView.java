package dev.muster.ui.review;

import dev.muster.ui.kit.Explained;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.review.Entry.Steps;
import dev.muster.ui.review.ReviewModel.Planned;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page *Review*, whole.
public final class ReviewView extends VBox {

    private static final double STEPS_WIDTH = 420;

    private final Words words;

    /// @param save asks for a folder and writes the scripts into it
    public ReviewView(ReviewModel model, Consumer<ReviewModel> save, Words words, Ties ties) {
        this.words = words;
        var script = new ScriptCard(words);
        HBox.setHgrow(script, Priority.ALWAYS);
        var steps = new StepList(words);
        steps.setMinWidth(STEPS_WIDTH);
        steps.setPrefWidth(STEPS_WIDTH);
        steps.getSelectionModel().selectedItemProperty().subscribe(entry -> {
            if (entry instanceof Steps chosen) {
                script.show(chosen);
            }
        });
        var both = new HBox(steps, script);
        both.getStyleClass().add("two-columns");
        VBox.setVgrow(both, Priority.ALWAYS);
        var accepted = Parts.label("", Styles.MUTED);
        var foot = Parts.row(
                Styles.ACTIONS,
                Parts.small(Ids.REVIEW_SAVE, words.of(UiWords.REVIEW_SAVE), () -> save.accept(model)),
                Parts.gap(),
                accepted);
        var full = new VBox(both, foot);
        full.getStyleClass().add(Styles.INNER);
        var content = new VBox();
        VBox.setVgrow(content, Priority.ALWAYS);
        ties.watch(model.planned(), planned -> {
            var part = switch (planned) {
                case Planned.NotYet() -> says(Sign.NONE, UiWords.REVIEW_NONE, words.of(UiWords.REVIEW_NONE_WHAT));
                case Planned.Working() -> says(Sign.WORKS, UiWords.REVIEW_WORKING, "");
                case Planned.Trouble(var why) ->
                    says(Sign.STOPS, UiWords.NOTHING, words.of(UiWords.REVIEW_TROUBLE, why));
                case Planned.Ready(var plan) when plan.steps().isEmpty() -> says(Sign.FITS, UiWords.REVIEW_EMPTY, "");
                case Planned.Ready(var _) -> full;
            };
            VBox.setVgrow(part, Priority.ALWAYS);
            content.getChildren().setAll(part);
            steps.getItems().setAll(model.entries());
            steps.begin();
            accepted.setText(words.of(UiWords.REVIEW_ACCEPTED, model.accepted()));
        });
        getStyleClass().add(Styles.PAGE);
        Explained.by(this, UiWords.REVIEW_HELP);
        getChildren().setAll(Parts.heading(words.of(UiWords.REVIEW_TITLE), words.of(UiWords.REVIEW_SENTENCE)), content);
    }

    private Node says(Sign sign, UiWords title, String what) {
        var box = new VBox(Parts.signed(sign, words.of(title), Styles.STRONG), Parts.wrapped(what, Styles.MUTED));
        box.getStyleClass().add(Styles.EMPTY);
        return box;
    }
}

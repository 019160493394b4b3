package dev.muster.ui.run;

import dev.muster.run.RunEnd;
import dev.muster.run.StepState;
import dev.muster.ui.kit.Explained;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The page *Run*, whole.
public final class RunView extends VBox {

    private final RunModel model;
    private final Words words;
    private final Label title = Parts.label("", Styles.TITLE);
    private final Label sentence = Parts.wrapped("", Styles.SENTENCE);
    private @Nullable Object columnsOf;

    /// @param saveLog asks for a file and writes the log into it
    public RunView(RunModel model, Runnable saveLog, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        title.setId(Ids.PAGE_TITLE);
        var progress = new ProgressLine();
        var locked = new TakeOverCard(model, words, ties);
        var grid = new GridTable(model, words);
        var log = new LogCard(model, saveLog, words, ties);
        VBox.setVgrow(log, Priority.ALWAYS);
        var none = new VBox(Parts.signed(Sign.WAITS, words.of(UiWords.RUN_NONE_WHAT), Styles.MUTED));
        none.getStyleClass().add(Styles.EMPTY);
        var seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> model.tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        ties.when(
                () -> {
                    var begun = model.plan().isPresent();
                    for (var part : new javafx.scene.Node[] {progress, grid, log}) {
                        part.setVisible(begun);
                        part.setManaged(begun);
                    }
                    none.setVisible(!begun);
                    none.setManaged(!begun);
                    title.setText(title());
                    sentence.setText(sentence());
                    if (begun) {
                        var plan = model.plan().orElseThrow();
                        if (!Objects.equals(columnsOf, plan)) {
                            columnsOf = plan;
                            grid.columns();
                        }
                        grid.show(model.rows());
                        progress.show(model);
                    }
                    if (model.phase() == RunModel.Phase.UNDER_WAY) {
                        seconds.play();
                    } else {
                        seconds.stop();
                    }
                },
                model.changes());
        ties.add(seconds::stop);
        getStyleClass().add(Styles.PAGE);
        Explained.by(this, UiWords.RUN_HELP);
        getChildren().setAll(new VBox(title, sentence), none, progress, locked, grid, log);
    }

    private String title() {
        var done = model.done();
        var steps = model.steps();
        return switch (model.phase()) {
            case NOT_BEGUN -> words.of(UiWords.RUN_TITLE_NONE);
            case CUT_OFF -> words.of(UiWords.RUN_TITLE_CUT_OFF, done, steps);
            case UNDER_WAY, PARKED, STOPPING -> words.of(UiWords.RUN_TITLE, done, steps);
            case ENDED -> words.of(model.end().map(RunView::ended).orElse(UiWords.RUN_TITLE_FAILED), done, steps);
        };
    }

    private static UiWords ended(RunEnd end) {
        return switch (end) {
            case DONE -> UiWords.RUN_TITLE_DONE;
            case CANCELLED -> UiWords.RUN_TITLE_CANCELLED;
            case FAILED, LOST, LOCKED, TRUST -> UiWords.RUN_TITLE_FAILED;
        };
    }

    private static UiWords left(RunEnd end) {
        return switch (end) {
            case LOST -> UiWords.RUN_SENTENCE_LOST;
            case LOCKED -> UiWords.RUN_SENTENCE_LOCKED;
            case DONE, CANCELLED, FAILED, TRUST -> UiWords.RUN_SENTENCE_ENDED;
        };
    }

    private String sentence() {
        return switch (model.phase()) {
            case NOT_BEGUN -> words.of(UiWords.NOTHING);
            case CUT_OFF -> words.of(UiWords.RUN_SENTENCE_CUT_OFF);
            case STOPPING -> words.of(UiWords.RUN_STOPPING);
            case UNDER_WAY, PARKED -> words.of(UiWords.RUN_SENTENCE, model.count(StepState.FAILED));
            case ENDED -> words.of(model.end().map(RunView::left).orElse(UiWords.RUN_SENTENCE_ENDED));
        };
    }
}

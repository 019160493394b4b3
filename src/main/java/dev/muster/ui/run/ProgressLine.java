package dev.muster.ui.run;

import dev.muster.run.StepState;
import dev.muster.ui.kit.Styles;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The run in one line: done, running, failed, and what is left, each as long as its share.
final class ProgressLine extends HBox {

    private final Region done = part(Styles.SUCCESS);
    private final Region running = part(Styles.ACCENT);
    private final Region failed = part(Styles.DANGER);

    ProgressLine() {
        getStyleClass().add(Styles.PROGRESS);
        getChildren().setAll(done, running, failed);
    }

    private static Region part(String style) {
        var part = new Region();
        part.getStyleClass().add(style);
        return part;
    }

    void show(RunModel model) {
        var all = Math.max(1, model.steps());
        share(done, (double) model.done() / all);
        share(running, (double) model.count(StepState.RUNNING) / all);
        share(failed, (double) model.count(StepState.FAILED, StepState.UNKNOWN, StepState.CANCELLED) / all);
    }

    private void share(Region part, double share) {
        part.prefWidthProperty().bind(widthProperty().multiply(share));
        part.minWidthProperty().bind(part.prefWidthProperty());
    }
}

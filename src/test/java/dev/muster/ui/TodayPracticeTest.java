package dev.muster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ui.kit.Ids;
import java.nio.file.Path;
import javafx.geometry.Orientation;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A practice with hosts and a Rancher of today, by keyboard from the first page to the last. No Windows and no
/// Rancher took part.
final class TodayPracticeTest {

    @Test
    void linux_and_windows_hosts_join_a_cluster_of_rke2(@TempDir Path home) throws Exception {
        try (var stage = new Stagehand(home)) {
            stage.type(Ids.START_PRACTISE_TODAY, KeyCode.ENTER);
            stage.until("practice begins", () -> stage.pages().work().setup().isPresent());
            stage.enter();
            stage.untilPage("hosts");
            stage.enter();
            stage.until("keys are shown", () -> stage.find(Ids.REACH_TRUST_ALL).isPresent());
            stage.type(Ids.REACH_TRUST_ALL, KeyCode.ENTER);
            stage.until("hosts are reached", stage::open);
            stage.enter();
            stage.until(
                    "somebody can't take part, and the network was tried",
                    () -> stage.first("take-out-").isPresent()
                            && stage.shown().contains("pairs of hosts")
                            && !stage.pages().work().judging());
            stage.type(stage.first("take-out-").orElseThrow(), KeyCode.ENTER);
            stage.until("it is out", () -> stage.pages().work().form().hosts().size() == 6);
            stage.until("nothing stops", stage::open);
            stage.enter();
            stage.until("the plan", stage::open);
            var look = new PageLook();
            assertThat(stage.shown()).contains("Install the feature Containers, with a restart");
            look.at(stage, "review-today");
            stage.enter();
            stage.until("the first step is done", () -> stage.pages().run().done() > 0);
            stage.until("the run ends", () -> !stage.pages().run().underWay());
            look.at(
                    stage,
                    "run-today",
                    _ -> stage.until(
                            "the log's last line is in sight", () -> stage.ask(() -> lastLineIsInSight(stage))));
            stage.enter();
            stage.until("the report", stage::open);

            assertThat(stage.text(Ids.PAGE_TITLE)).isEqualTo("6 hosts have joined");
            assertThat(look.clipped()).isEmpty();
            assertThat(look.nameless()).isEmpty();
            assertThat(look.outside()).isEmpty();
        }
    }

    /// Whole, and not below the bar by which one scrolls to the side.
    private static boolean lastLineIsInSight(Stagehand stage) {
        var log = (ListView<?>) stage.scene().lookup("#" + Ids.RUN_LOG);
        var last = log.getItems().size() - 1;
        var end = log.lookupAll(".scroll-bar").stream()
                .filter(bar -> bar.isVisible() && ((ScrollBar) bar).getOrientation() == Orientation.HORIZONTAL)
                .mapToDouble(bar -> bar.localToScene(bar.getBoundsInLocal()).getMinY())
                .findFirst()
                .orElseGet(() -> log.localToScene(log.getBoundsInLocal()).getMaxY());
        return log.lookupAll(".list-cell").stream()
                .filter(cell -> cell.isVisible() && ((ListCell<?>) cell).getIndex() == last)
                .anyMatch(cell -> cell.localToScene(cell.getBoundsInLocal()).getMaxY() <= end + 1);
    }
}

package dev.muster.ui;

import dev.muster.ui.kit.Ids;

/// The way through the pages, up to where a test begins to look.
final class Walk {

    private Walk() {}

    /// From the draft to the page Reach.
    static void reachFromDraft(Stagehand stage, String command) {
        var row = Ids.START_EARLIER + OwnHosts.DRAFT;
        stage.until("the draft is found", () -> stage.has(row));
        stage.press(row);
        stage.untilPage("settings");
        stage.paste(Ids.COMMAND, command);
        stage.enter();
        stage.untilPage("hosts");
        stage.enter();
        stage.untilPage("reach");
    }

    /// From the draft to a run that was just begun.
    static void runFromDraft(Stagehand stage, String command) {
        reachFromDraft(stage, command);
        runFromReach(stage);
    }

    static void runFromReach(Stagehand stage) {
        stage.until(
                "hosts are reached",
                () -> stage.open() && stage.text(Ids.BIG_BUTTON).equals("See what fits"));
        stage.enter();
        stage.untilPage("fits");
        stage.enter();
        stage.untilPage("review");
        stage.enter();
        stage.untilPage("run");
    }
}

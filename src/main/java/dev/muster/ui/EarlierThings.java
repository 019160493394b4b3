package dev.muster.ui;

import dev.muster.base.Text;
import dev.muster.flow.Workplace;
import dev.muster.run.RunRecord;
import dev.muster.run.StepState;
import dev.muster.setup.Goal;
import dev.muster.setup.file.Drafts;
import dev.muster.ui.kit.Ages;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.start.Earlier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Finds what was begun earlier: runs that were cut off, and drafts. Reads disks: not on the window's thread.
final class EarlierThings {

    private static final int MOST = 6;

    private EarlierThings() {}

    static List<Earlier> find(Workplace place) throws IOException {
        var now = place.clock().instant();
        var found = new ArrayList<Earlier>();
        for (var run : place.runs().list().runs()) {
            if (cutOff(run)) {
                var line = UiWords.text(
                        run.goal() == Goal.CLEAN ? UiWords.START_CLEAN_LINE : UiWords.START_RUN_LINE,
                        UiWords.text(
                                UiWords.START_CUT_OFF,
                                run.count(StepState.DONE, StepState.ALREADY, StepState.SKIPPED),
                                run.steps().size()),
                        Ages.since(run.started(), now));
                found.add(new Earlier(run.id().value(), run.setup(), Sign.WARNS, line, true, ""));
            }
        }
        for (var draft : new Drafts(place.home().drafts()).all()) {
            Text line = UiWords.text(UiWords.START_DRAFT, Ages.since(draft.at(), now));
            found.add(new Earlier(draft.id(), draft.id() + ".muster.yaml", Sign.NONE, line, false, draft.of()));
        }
        return found.subList(0, Math.min(MOST, found.size()));
    }

    /// A run that nobody carries out any more and that has steps left.
    private static boolean cutOff(RunRecord run) {
        var left = run.count(
                StepState.WAITING, StepState.RUNNING, StepState.FAILED, StepState.UNKNOWN, StepState.CANCELLED);
        return !run.underWay() && left > 0;
    }
}

package dev.muster.ui.work;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.ui.kit.UiWords;

/// A setup that the window can't carry out is refused when it is opened, before anybody works on it.
public final class GoalHere {

    private GoalHere() {}

    /// @param text of a setup file
    /// @throws ProblemException when it isn't for joining
    public static void check(String text) {
        if (FormReader.tree(text).path("goal").asString("").equals("clean")) {
            throw new ProblemException(problem());
        }
    }

    static Problem problem() {
        return Problem.input(
                Place.field("goal", "clean"),
                Text.of(UiWords.GOAL_NOT_HERE),
                Text.of(UiWords.GOAL_NOT_HERE_WHY),
                Text.of(UiWords.GOAL_NOT_HERE_FIX));
    }
}

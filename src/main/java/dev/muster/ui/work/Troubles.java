package dev.muster.ui.work;

import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.ui.kit.UiWords;

/// What went wrong away from the window, in words: a problem's own, else what the machine said.
public final class Troubles {

    private Troubles() {}

    public static Text of(Exception e) {
        if (e instanceof ProblemException problems) {
            var first = problems.problems().getFirst();
            return UiWords.text(UiWords.PROBLEM_SHOWN, first.what(), first.fix());
        }
        var said = e.getMessage();
        return UiWords.text(UiWords.AS_IS, said == null ? e.getClass().getSimpleName() : said);
    }
}

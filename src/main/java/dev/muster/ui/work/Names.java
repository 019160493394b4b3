package dev.muster.ui.work;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.Text;
import dev.muster.ui.kit.UiWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Names that a setup file can't hold: in a file logins and bastions stand under their names, and a second one of the
/// same name would take the first one's place.
final class Names {

    private Names() {}

    static List<Problem> problems(Form form) {
        var problems = new ArrayList<Problem>();
        check("logins", form.logins(), problems);
        check("bastions", form.bastions(), problems);
        return problems;
    }

    private static void check(String all, List<? extends NamedForm> named, List<Problem> problems) {
        var seen = new HashSet<String>();
        for (var at = 0; at < named.size(); at++) {
            var name = named.get(at).name();
            var place = Place.field(all + "[" + at + "].name", name);
            if (name.isBlank()) {
                problems.add(Problem.input(
                        place,
                        Text.of(UiWords.NAME_NONE),
                        Text.of(UiWords.NAME_NONE_WHY),
                        Text.of(UiWords.NAME_NONE_FIX)));
            } else if (!seen.add(name)) {
                problems.add(Problem.input(
                        place,
                        Text.of(UiWords.NAME_TWICE, name),
                        Text.of(UiWords.NAME_TWICE_WHY),
                        Text.of(UiWords.NAME_TWICE_FIX)));
            }
        }
    }
}

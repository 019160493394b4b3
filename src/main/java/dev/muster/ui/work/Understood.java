package dev.muster.ui.work;

import dev.muster.base.Problem;
import dev.muster.setup.Setup;
import java.util.List;

/// What the setup file's reader made of the form.
public sealed interface Understood {

    /// The form isn't filled far enough to ask.
    record NotYet() implements Understood {}

    record Usable(Setup setup) implements Understood {}

    /// @param problems all of them; each names its field: `hosts[2].address`
    record Faulty(List<Problem> problems) implements Understood {

        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}

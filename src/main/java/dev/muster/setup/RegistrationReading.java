package dev.muster.setup;

import dev.muster.base.Problem;
import java.util.List;

/// What came of reading a registration command; the checks `registration.*` say it as findings.
public sealed interface RegistrationReading {

    record Readable(Registration registration) implements RegistrationReading {}

    /// @param problems all that is wrong with it, none of them with the token in it
    record Unreadable(List<Problem> problems) implements RegistrationReading {

        public Unreadable {
            problems = List.copyOf(problems);
        }
    }

    /// The setup gives none, or it hasn't been pasted yet.
    record Missing() implements RegistrationReading {}
}

package dev.muster.setup;

import dev.muster.base.Problem;
import java.util.List;
import java.util.Optional;

/// What came of reading a registration command; the checks `registration.*` say it as findings.
public sealed interface RegistrationReading {

    record Readable(Registration registration) implements RegistrationReading {}

    /// Rancher has no such cluster yet, or no command for it; the plan makes both.
    ///
    /// @param registration what the command will say: all but its token
    /// @param requests     what Rancher is asked for, in this order
    record Foretold(Registration registration, List<ClusterRequest> requests) implements RegistrationReading {

        public Foretold {
            requests = List.copyOf(requests);
        }
    }

    /// @param problems all that is wrong with it, none of them with the token in it
    record Unreadable(List<Problem> problems) implements RegistrationReading {

        public Unreadable {
            problems = List.copyOf(problems);
        }
    }

    /// The setup gives none, or it hasn't been pasted yet.
    record Missing() implements RegistrationReading {}

    /// What is known of the command; empty: nothing.
    default Optional<Registration> known() {
        return switch (this) {
            case Readable(var registration) -> Optional.of(registration);
            case Foretold(var registration, var _) -> Optional.of(registration);
            case Unreadable _, Missing _ -> Optional.empty();
        };
    }
}

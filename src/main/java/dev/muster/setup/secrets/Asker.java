package dev.muster.setup.secrets;

import dev.muster.base.Secret;
import java.util.Optional;

/// Asks a person for a secret: a terminal, a window.
@FunctionalInterface
public interface Asker {

    /// Nobody is there to be asked.
    Asker NOBODY = _ -> Optional.empty();

    /// Blocks until an answer is there.
    ///
    /// @param field what it is for, as the setup file calls it: `logins.ops.password`
    /// @return empty when nobody is there, or the person won't say
    Optional<Secret> ask(String field);
}

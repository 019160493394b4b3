package dev.muster.run;

import dev.muster.base.ProblemException;
import dev.muster.base.Secret;
import dev.muster.plan.ApiStep;
import dev.muster.plan.Wait;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a run has to do with Rancher. Safe for many threads; a run closes it at its end.
public interface RancherSide extends AutoCloseable {

    /// @param state   Rancher's own word: `registering`, `provisioning`, `active`
    /// @param message what it says beside it; may be empty
    record Said(String state, String message, boolean active) {}

    /// @param already it was there before
    /// @param what    the id of what was made: `c-abcde`
    record Made(boolean already, String what) {}

    /// Waits until Rancher says of the node something else than before.
    ///
    /// @param before what was heard last; null: nothing yet
    /// @throws ProblemException when the limit is over, with what Rancher said last; or when it can't be asked
    Said next(Wait wait, @Nullable Said before, Duration limit) throws InterruptedException;

    /// Makes what a step asks for, unless it is there.
    ///
    /// @throws ProblemException of the kind LOST: nobody knows whether it was made
    Made make(ApiStep step) throws InterruptedException;

    /// A secret that only Rancher can give, as it is now: it may be another one an hour later.
    ///
    /// @param name `registration.token`
    /// @return empty: it gives none of that name
    Optional<Secret> secret(String name) throws InterruptedException;

    @Override
    void close();

    /// Of a plan without Rancher.
    static RancherSide none() {
        return new RancherSide() {
            @Override
            public Said next(Wait wait, @Nullable Said before, Duration limit) {
                throw new IllegalStateException("nobody can be asked for " + wait.id());
            }

            @Override
            public Made make(ApiStep step) {
                throw new IllegalStateException("nobody can be asked for " + step.id());
            }

            @Override
            public Optional<Secret> secret(String name) {
                return Optional.empty();
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
    }
}

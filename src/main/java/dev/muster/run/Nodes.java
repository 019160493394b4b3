package dev.muster.run;

import dev.muster.base.ProblemException;
import dev.muster.plan.Wait;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What Rancher says of the nodes that a run waits for. Safe for many threads; a run closes it at its end.
public interface Nodes extends AutoCloseable {

    /// @param state   Rancher's own word: `registering`, `provisioning`, `active`
    /// @param message what it says beside it; may be empty
    record Said(String state, String message, boolean active) {}

    /// Waits until Rancher says of the node something else than before.
    ///
    /// @param before what was heard last; null: nothing yet
    /// @throws ProblemException when the limit is over, with what Rancher said last; or when it can't be asked
    Said next(Wait wait, @Nullable Said before, Duration limit) throws InterruptedException;

    @Override
    void close();

    /// Of a plan that waits for no node.
    static Nodes none() {
        return new Nodes() {
            @Override
            public Said next(Wait wait, @Nullable Said before, Duration limit) {
                throw new IllegalStateException("nobody can be asked for " + wait.id());
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
    }
}

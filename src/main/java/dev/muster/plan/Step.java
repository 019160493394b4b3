package dev.muster.plan;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import java.time.Duration;
import java.util.List;

/// One thing that is done. It checks, does and verifies; running it twice does no harm.
///
/// Sealed: changes through an API and waits become cases of it with the goals that need them.
public sealed interface Step permits ScriptStep {

    StepId id();

    HostName host();

    /// What it does, in a few words: "Join as worker".
    Text title();

    /// Steps that must be done (or already so, or skipped by the admin) before this one starts.
    List<StepId> after();

    Duration timeout();

    /// Whether the host may be restarted for it.
    boolean reboots();

    /// How it is undone, as the review page says it.
    Text undo();
}

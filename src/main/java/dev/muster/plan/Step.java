package dev.muster.plan;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import java.time.Duration;
import java.util.List;

/// One thing that is done. It checks, does and verifies; running it twice does no harm.
public sealed interface Step permits ScriptStep, ApiStep, Wait, Proof {

    StepId id();

    /// Whom it is about: a host, or the server that is asked.
    HostName host();

    /// What it does, in a few words: "Join as worker".
    Text title();

    /// Steps that must be done (or already so, or skipped by the admin) before this one starts.
    List<StepId> after();

    Duration timeout();

    /// Whether the host may be restarted for it.
    boolean reboots();

    /// Whether the host is one of those whose loss stops the cluster: the runner never goes on with others of
    /// them while one has failed.
    boolean quorum();

    /// How it is undone, as the review page says it.
    Text undo();
}

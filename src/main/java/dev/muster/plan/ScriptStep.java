package dev.muster.plan;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.script.Script;
import dev.muster.setup.Os;
import java.time.Duration;
import java.util.List;

/// A script on a host, as a job of its own.
///
/// @param reboots whether its script may ask for a restart of the host, by [#restartWanted]; the host is restarted,
///     and when it is back the script runs once more. The time limit counts for both
public record ScriptStep(
        StepId id,
        HostName host,
        Text title,
        Script script,
        List<StepId> after,
        Duration timeout,
        Text undo,
        boolean quorum,
        boolean reboots)
        implements Step {

    private static final int RESTART_LINUX = 194;

    /// `ERROR_SUCCESS_REBOOT_REQUIRED`
    private static final int RESTART_WINDOWS = 3010;

    public ScriptStep {
        after = List.copyOf(after);
    }

    /// A step that leaves the host running.
    public ScriptStep(
            StepId id,
            HostName host,
            Text title,
            Script script,
            List<StepId> after,
            Duration timeout,
            Text undo,
            boolean quorum) {
        this(id, host, title, script, after, timeout, undo, quorum, false);
    }

    /// The script as a file that runs by itself, without Muster.
    public byte[] file() {
        return script.alone();
    }

    /// How that file ends: `sh`, `ps1`.
    public String extension() {
        return script.extension();
    }

    public ScriptStep withReboots() {
        return new ScriptStep(id, host, title, script, after, timeout, undo, quorum, true);
    }

    /// The exit status by which a script asks for a restart.
    public static int restartWanted(Os os) {
        return switch (os) {
            case LINUX -> RESTART_LINUX;
            case WINDOWS -> RESTART_WINDOWS;
        };
    }
}

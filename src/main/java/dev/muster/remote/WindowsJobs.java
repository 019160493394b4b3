package dev.muster.remote;

import dev.muster.base.Secret;
import dev.muster.script.Script;
import dev.muster.setup.Os;
import java.time.Duration;
import java.util.Map;

/// Jobs by the scripts `windows/job-*.ps1`: scheduled tasks of SYSTEM in `C:\ProgramData\Muster\RUN\STEP`, which
/// outlive the shell of WinRM that ends whatever it began.
///
/// Decided: `job-follow.ps1` ends by itself every 40 seconds and is begun anew. Because a shell that lost its client
/// lives on for up to two hours, and hosts count shells; instead of one that runs as long as the job; costs a start
/// of PowerShell each time.
final class WindowsJobs implements Jobs {

    /// A look waits a minute for a start that got stuck; a busy host starts PowerShell in 20 seconds
    private static final Duration LOOK = Duration.ofMinutes(2);

    /// A start, and a look at its end
    private static final Duration START = Duration.ofMinutes(3);

    /// Five seconds of grace, ten to die, looks before and after
    private static final Duration CANCEL = Duration.ofMinutes(3);

    /// The host sends a sign of life every three seconds, once PowerShell is up
    private static final Duration SILENCE = Duration.ofSeconds(45);

    private static final byte[] NOTHING = {};

    private final WindowsLine line;
    private final JobScripts scripts;

    WindowsJobs(WindowsLine line) {
        this.line = line;
        this.scripts = new JobScripts(Os.WINDOWS, line.address());
    }

    @Override
    public JobState start(JobId id, Script script, Map<String, Secret> secrets) throws LostException {
        var handover = new Handover(script, secrets);
        return StateLine.read(output(scripts.start(id, script, handover), handover.bytes(), START)
                .out());
    }

    @Override
    public JobState look(JobId id) throws LostException {
        return StateLine.read(output(scripts.look(id), NOTHING, LOOK).out());
    }

    @Override
    public JobState follow(JobId id, long offset, Sink sink) throws LostException, InterruptedException {
        var from = offset;
        while (true) {
            var output = new FollowReader(from, sink, line.address());
            var said = new Said();
            var status = line.read(
                    scripts.follow(id, from), SILENCE, output::takeAll, bytes -> said.add(bytes, 0, bytes.length));
            output.check();
            if (status != 0) {
                throw scripts.failed(id.folder(), said.line());
            }
            if (!output.isMore()) {
                return output.state();
            }
            from = output.offset();
        }
    }

    @Override
    public JobState cancel(JobId id) throws LostException {
        return StateLine.read(output(scripts.cancel(id), NOTHING, CANCEL).out());
    }

    @Override
    public void clear(JobId id) throws LostException {
        output(scripts.clear(id), NOTHING, LOOK);
    }

    private Output output(Script script, byte[] input, Duration limit) throws LostException {
        var output = WindowsConnection.run(line, script, input, limit);
        if (output.exit() != 0) {
            throw scripts.failed(script.file(), Said.clean(output.err()));
        }
        return output;
    }
}

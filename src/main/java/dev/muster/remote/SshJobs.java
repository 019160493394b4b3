package dev.muster.remote;

import dev.muster.base.Secret;
import dev.muster.base.Text;
import dev.muster.remote.Exchange.Event;
import dev.muster.script.Script;
import dev.muster.setup.Os;
import java.time.Duration;
import java.util.Map;

/// Jobs by the scripts `linux/job-*.sh`.
final class SshJobs implements Jobs {

    /// A look may wait for a start that got stuck
    private static final Duration LOOK = Duration.ofSeconds(60);

    /// Ten seconds of grace, ten to die, a unit that stops
    private static final Duration CANCEL = Duration.ofMinutes(2);

    /// The host sends a sign of life every three seconds
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final byte[] NOTHING = {};

    private final SshConnection connection;
    private final JobScripts scripts;

    SshJobs(SshConnection connection) {
        this.connection = connection;
        this.scripts = new JobScripts(Os.LINUX, connection.address());
    }

    @Override
    public JobState start(JobId id, Script script, Map<String, Secret> secrets) throws LostException {
        var handover = new Handover(script, secrets);
        return state(scripts.start(id, script, handover), handover.bytes(), LOOK);
    }

    @Override
    public JobState look(JobId id) throws LostException {
        return state(scripts.look(id), NOTHING, LOOK);
    }

    @Override
    public JobState follow(JobId id, long offset, Sink sink) throws LostException, InterruptedException {
        var output = new FollowReader(offset, sink, connection.address());
        var said = new Said();
        try (var exchange = connection.begin(scripts.follow(id, offset))) {
            while (true) {
                switch (exchange.next(SILENCE)) {
                    case Event.Out part -> output.take(part.bytes());
                    case Event.Err(var bytes) -> said.add(bytes, 0, bytes.length);
                    case Event.Ended(var status) -> {
                        return ended(status, output, said, id);
                    }
                    case Event.Closed _ -> throw lost(RemoteWords.CUT_OFF);
                    case Event.Broken(var why) -> throw Broken.lost(connection.address(), why);
                    case Event.Silent() -> throw lost(RemoteWords.SILENT);
                    case Event.Begun(), Event.Prompted() -> throw new IllegalStateException("a script began twice");
                }
            }
        }
    }

    @Override
    public JobState cancel(JobId id) throws LostException {
        return state(scripts.cancel(id), NOTHING, CANCEL);
    }

    @Override
    public void clear(JobId id) throws LostException {
        output(scripts.clear(id), NOTHING, LOOK);
    }

    private JobState ended(int status, FollowReader output, Said said, JobId id) throws LostException {
        if (status != 0) {
            throw scripts.failed(id.folder(), said.line());
        }
        return output.state();
    }

    private JobState state(Script script, byte[] payload, Duration limit) throws LostException {
        return StateLine.read(output(script, payload, limit).out());
    }

    private Output output(Script script, byte[] payload, Duration limit) throws LostException {
        var output = connection.run(script, payload, limit);
        if (output.exit() != 0) {
            throw scripts.failed(script.file(), Said.clean(output.err()));
        }
        return output;
    }

    private LostException lost(RemoteWords why) {
        return new LostException(Text.of(RemoteWords.LOST, connection.address(), Text.of(why)));
    }
}

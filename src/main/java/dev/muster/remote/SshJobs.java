package dev.muster.remote;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Secret;
import dev.muster.base.Text;
import dev.muster.remote.Exchange.Event;
import dev.muster.script.Script;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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

    SshJobs(SshConnection connection) {
        this.connection = connection;
    }

    @Override
    public JobState start(JobId id, Script script, Map<String, Secret> secrets) throws LostException {
        var payload = new ByteArrayOutputStream();
        var sizes = new ArrayList<String>();
        for (var name : script.secrets().stream().distinct().toList()) {
            var secret = secrets.get(name);
            if (secret == null) {
                throw new IllegalStateException("no secret " + name + " for " + id);
            }
            sizes.add(name + " " + append(payload, secret));
        }
        var start = named("linux/job-start.sh", id)
                .with("SCRIPT", script.text())
                .with("RUNNER", named("linux/job-run.sh", id).text())
                .with("LOOK", lookText(id))
                .with("SECRETS", sizes);
        return state(start, payload.toByteArray(), LOOK);
    }

    @Override
    public JobState look(JobId id) throws LostException {
        return state(named("linux/job-look.sh", id), NOTHING, LOOK);
    }

    @Override
    public JobState follow(JobId id, long offset, Sink sink) throws LostException, InterruptedException {
        var script = named("linux/job-follow.sh", id)
                .with("OFFSET", Long.toString(offset))
                .with("LOOK", lookText(id));
        var output = new FollowReader(offset, sink, connection.address());
        var said = new Said();
        try (var exchange = connection.begin(script)) {
            while (true) {
                switch (exchange.next(SILENCE)) {
                    case Event.Out part -> output.take(part.bytes());
                    case Event.Err(var bytes) -> said.add(bytes, 0, bytes.length);
                    case Event.Ended(var status) -> {
                        return ended(status, output, said, id);
                    }
                    case Event.Closed() -> throw lost(RemoteWords.CUT_OFF);
                    case Event.Broken(var why) -> throw Broken.lost(connection.address(), why);
                    case Event.Silent() -> throw lost(RemoteWords.SILENT);
                    case Event.Begun(), Event.Prompted() -> throw new IllegalStateException("a script began twice");
                }
            }
        }
    }

    @Override
    public JobState cancel(JobId id) throws LostException {
        return state(named("linux/job-cancel.sh", id).with("LOOK", lookText(id)), NOTHING, CANCEL);
    }

    @Override
    public void clear(JobId id) throws LostException {
        output(named("linux/job-clear.sh", id).with("LOOK", lookText(id)), NOTHING, LOOK);
    }

    private JobState ended(int status, FollowReader output, Said said, JobId id) throws LostException {
        if (status != 0) {
            throw failed(id.folder(), said.line());
        }
        return output.state();
    }

    private JobState state(Script script, byte[] payload, Duration limit) throws LostException {
        return StateLine.read(output(script, payload, limit).out());
    }

    private Output output(Script script, byte[] payload, Duration limit) throws LostException {
        var output = connection.run(script, payload, limit);
        if (output.exit() != 0) {
            throw failed(script.file(), Said.clean(output.err()));
        }
        return output;
    }

    private LostException lost(RemoteWords why) {
        return new LostException(Text.of(RemoteWords.LOST, connection.address(), Text.of(why)));
    }

    private ProblemException failed(String job, String said) {
        return new ProblemException(new Problem(
                Problem.Kind.STEP,
                Place.field(connection.address(), job),
                Text.of(RemoteWords.JOB_REFUSED, connection.address(), said),
                Text.of(RemoteWords.JOB_REFUSED_WHY, connection.address(), said),
                Text.of(RemoteWords.JOB_REFUSED_FIX, connection.address(), said)));
    }

    private static Script named(String file, JobId id) {
        return Script.of(file).with("RUN", id.run()).with("JOB", id.folder());
    }

    private static String lookText(JobId id) {
        return named("linux/job-look.sh", id).text();
    }

    private static int append(ByteArrayOutputStream payload, Secret secret) {
        var bytes = SecretBytes.of(secret);
        payload.writeBytes(bytes);
        Arrays.fill(bytes, (byte) 0);
        return bytes.length;
    }
}

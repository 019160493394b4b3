package dev.muster.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The jobs of one practice host, in memory; what `job-*.sh` do and say on a real one.
final class Jobs {

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final long A_DAY = 86_400;

    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final Kind kind;

    Jobs(Kind kind) {
        this.kind = kind;
    }

    /// What differs between systems.
    interface Kind {

        /// A step's script, as it came.
        Optional<Assigned> read(String text);

        int run(Assigned step, Map<String, String> secrets, Job job) throws InterruptedException;

        /// The exit status of a job that was cancelled.
        int terminated();
    }

    private static String id(Assigned script) {
        return script.value("RUN") + "/" + script.value("JOB");
    }

    /// The first call starts the job, a second finds it.
    ///
    /// @param input the secrets' bytes, one after the other, as long as the lines `name bytes` of `SECRETS` say
    Said start(Assigned script, InputStream input) throws IOException {
        var known = jobs.get(id(script));
        if (known != null) {
            return Said.done(known.state() + "\n");
        }
        var secrets = new HashMap<String, String>();
        for (var line :
                script.value("SECRETS").lines().filter(line -> !line.isBlank()).toList()) {
            var words = line.split(" ", 2);
            var size = Integer.parseInt(words[1]);
            var bytes = input.readNBytes(size);
            if (bytes.length < size) {
                return Said.error(10, "error: secret " + words[0] + " came in short: the line was cut");
            }
            secrets.put(words[0], new String(bytes, StandardCharsets.UTF_8));
        }
        var step = kind.read(script.value("SCRIPT"));
        if (step.isEmpty()) {
            return Said.error(10, "practice host: SCRIPT isn't a script of Muster's");
        }
        var job = new Job(kind.terminated(), itself -> kind.run(step.get(), secrets, itself));
        var first = jobs.putIfAbsent(id(script), job);
        if (first == null) {
            job.start();
        }
        return Said.done((first == null ? job : first).state() + "\n");
    }

    Said look(Assigned script) {
        return Said.done(state(script) + "\n");
    }

    private String state(Assigned script) {
        var job = jobs.get(id(script));
        return job == null ? "absent" : job.state();
    }

    /// Frames until the job is over and all was printed; or, where the script has a limit, until its time is up.
    Said follow(Assigned script, OutputStream out) throws IOException, InterruptedException {
        var job = jobs.get(id(script));
        if (job == null) {
            return Said.done("state absent\n");
        }
        var place = Long.parseLong(script.value("OFFSET"));
        if (place > job.printed()) {
            return Said.error(10, "error: byte " + place + " is past the output's end, " + job.printed());
        }
        print(out, "beat\n");
        var seconds = script.value("SECONDS");
        var end = System.nanoTime()
                + Duration.ofSeconds(seconds.isEmpty() ? A_DAY : Long.parseLong(seconds))
                        .toNanos();
        while (System.nanoTime() < end) {
            var over = job.hasEnded();
            var bytes = job.from(place, BEAT);
            if (bytes.length > 0) {
                print(out, "data " + bytes.length + "\n");
                out.write(bytes);
                print(out, "\n");
                place += bytes.length;
            } else if (over) {
                return Said.done("state " + job.state() + "\n");
            } else {
                print(out, "beat\n");
            }
        }
        return Said.done("more\n");
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    Said cancel(Assigned script) throws InterruptedException {
        var job = jobs.get(id(script));
        if (job != null && !job.hasEnded()) {
            job.cancel();
        }
        return look(script);
    }

    Said clear(Assigned script) {
        var job = jobs.get(id(script));
        if (job != null && !job.hasEnded()) {
            return Said.error(10, "error: /var/lib/muster/" + id(script) + " belongs to a job that is still running");
        }
        jobs.remove(id(script));
        return Said.done("");
    }

    void stopAll() throws InterruptedException {
        for (var job : jobs.values()) {
            job.cancel();
        }
    }
}

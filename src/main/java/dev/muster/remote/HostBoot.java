package dev.muster.remote;

import dev.muster.script.Script;
import dev.muster.setup.Os;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Since when a host runs, and its restart. What a job wrote down of its host at its begin tells whether the host has
/// restarted since then, whoever asks and whenever.
///
/// Every verb throws [dev.muster.base.ProblemException] when the host itself can't do it.
public final class HostBoot {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// Windows reckons its start back from its clock, and so it moves when the clock is put right.
    private static final long TOLERANCE = Duration.ofSeconds(60).toNanos() / 100;

    private static final Pattern LINUX = Pattern.compile("[0-9a-f-]{1,64}");
    private static final Pattern WINDOWS = Pattern.compile("\\d{1,19}");

    private final Connection connection;
    private final String name;

    /// @param name of the host, for what is said about it
    public HostBoot(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /// A start of the host.
    ///
    /// @param id     the kernel's boot_id; on Windows the time, in tenths of a microsecond since 1601
    /// @param uptime seconds since then; 0 where nobody noted it
    public record Start(String id, long uptime) {}

    /// What two starts have to do with each other.
    public enum Change {
        NONE,
        /// the times differ: the host restarted, or its clock jumped. A line that was gone tells which
        PERHAPS,
        RESTARTED
    }

    /// @param ready whether the system is done with its start
    public record Seen(Start now, Change change, boolean ready) {}

    /// Looks whether the host has restarted since that job began.
    public Seen look(JobId job) throws LostException {
        var os = connection.os();
        var said = said(
                JobScripts.script(os, "reboot-look").with("RUN", job.run()).with("JOB", JobScripts.folder(os, job)));
        var then = start(said, "then");
        var now = start(said, "now");
        if (then.isEmpty() || now.isEmpty()) {
            throw new JobScripts(os, name).failed(job.folder(), Said.clean(said));
        }
        return new Seen(
                now.get(), change(os, then.get(), now.get()), said.lines().anyMatch("ready yes"::equals));
    }

    /// Restarts the host, unless it isn't the one any more that was seen. Returns before it goes down.
    public void restart(Start seen) throws LostException {
        said(JobScripts.script(connection.os(), "reboot").with("BOOT", seen.id()));
    }

    static Change change(Os os, Start then, Start now) {
        if (os == Os.LINUX) {
            return then.id().equals(now.id()) ? Change.NONE : Change.RESTARTED;
        }
        if (now.uptime() < then.uptime()) {
            return Change.RESTARTED;
        }
        return Math.abs(Long.parseLong(now.id()) - Long.parseLong(then.id())) > TOLERANCE
                ? Change.PERHAPS
                : Change.NONE;
    }

    private Optional<Start> start(String said, String word) {
        var shape = connection.os() == Os.LINUX ? LINUX : WINDOWS;
        return said.lines()
                .map(line -> line.split(" ", -1))
                .filter(words -> words[0].equals(word) && words.length > 1)
                .filter(words -> shape.matcher(words[1]).matches() && !words[1].equals("-"))
                .findFirst()
                .map(words -> new Start(words[1], words.length > 2 ? seconds(words[2]) : 0));
    }

    private static long seconds(String word) {
        return WINDOWS.matcher(word).matches() ? Long.parseLong(word) : 0;
    }

    private String said(Script script) throws LostException {
        var output = connection.run(script, LIMIT);
        if (output.exit() != 0) {
            throw new JobScripts(connection.os(), name).failed(script.file(), Said.clean(output.err()));
        }
        return output.out();
    }
}

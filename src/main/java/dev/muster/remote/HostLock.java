package dev.muster.remote;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.script.Script;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// The lock on one host, which says who changes it: the folder `/var/lib/muster/lock` or
/// `C:\ProgramData\Muster\lock`, made in one step, kept until it is freed. A restart of the host doesn't free it.
///
/// Every verb throws [ProblemException] when the host itself can't do it: a disk that is full or read-only.
public final class HostLock {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int HELD = 11;

    private final Connection connection;
    private final String name;

    /// @param name of the host, for what is said about it
    public HostLock(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /// Who holds a lock.
    ///
    /// @param run         the run's id; empty when the lock names nobody: its owner died while taking it
    /// @param owner       the person: user name on the workstation
    /// @param workstation its name
    /// @param since       by the workstation's clock
    public record Holder(String run, String owner, String workstation, Instant since) {
        public Holder {
            run = oneLine(run);
            owner = oneLine(owner);
            workstation = oneLine(workstation);
        }

        private static String oneLine(String text) {
            return Said.clean(text);
        }
    }

    /// What came of asking for the lock.
    public sealed interface Answer {}

    /// It is ours, also when it was so already: a run that goes on owns its lock.
    public record Taken() implements Answer {}

    /// Another run has it; nothing was changed.
    public record Held(Holder by) implements Answer {}

    public Answer take(Holder us) throws LostException {
        return answer(script("take", us));
    }

    /// Moves the lock to us, from this run and from no other.
    ///
    /// @param from the run that was seen holding it; empty when the lock named nobody
    public Answer takeOver(Holder us, String from) throws LostException {
        return answer(script("take-over", us).with("FROM", from));
    }

    /// Frees the lock of this run; one that is free already, or another's, stays as it is.
    public void free(Holder us) throws LostException {
        answer(script("free", us));
    }

    /// Who holds it; empty when it is free.
    public Optional<Holder> look() throws LostException {
        var output = connection.run(act("look"), LIMIT);
        if (output.exit() != 0) {
            throw failed(output);
        }
        return holder(output.out().lines().toList());
    }

    private Script act(String act) {
        return JobScripts.script(connection.os(), "lock").with("ACT", act);
    }

    private Script script(String act, Holder us) {
        return act(act).with(
                        "HOLDER",
                        String.join(
                                "\n",
                                us.run(),
                                us.owner(),
                                us.workstation(),
                                us.since().toString()));
    }

    private Answer answer(Script script) throws LostException {
        var output = connection.run(script, LIMIT);
        return switch (output.exit()) {
            case 0 -> new Taken();
            case HELD -> new Held(holder(output.out().lines().toList()).orElseThrow(() -> failed(output)));
            default -> throw failed(output);
        };
    }

    private static Optional<Holder> holder(List<String> lines) {
        return lines.isEmpty() || !lines.getFirst().equals("held")
                ? Optional.empty()
                : Optional.of(new Holder(line(lines, 1), line(lines, 2), line(lines, 3), since(line(lines, 4))));
    }

    private static String line(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number) : "";
    }

    private static Instant since(String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    private ProblemException failed(Output output) {
        var said = Said.clean(output.err());
        return new ProblemException(new Problem(
                Problem.Kind.STEP,
                Place.field(name, ""),
                Text.of(RemoteWords.LOCK_REFUSED, name, said),
                Text.of(RemoteWords.LOCK_REFUSED_WHY, name, said),
                Text.of(RemoteWords.LOCK_REFUSED_FIX, name, said)));
    }
}

package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.PRIVILEGE;

import dev.muster.base.Text;
import dev.muster.remote.Exchange.Event;
import dev.muster.script.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;

/// Begins scripts on one host with the rights that the login has there; the protocol is on the door sign.
final class Shell {

    /// A hundred hosts that share two processors have been seen to need more than 20
    static final Duration ANSWER = Duration.ofSeconds(45);

    private static final byte[] NOTHING = {};

    private final Lines lines;
    private final Rights rights;
    private final Attempts attempts;
    private final SecureRandom random;
    private final Target target;

    /// @param target by whose place a refused password is remembered
    Shell(Lines lines, Rights rights, Attempts attempts, SecureRandom random, Target target) {
        this.lines = lines;
        this.rights = rights;
        this.attempts = attempts;
        this.random = random;
        this.target = target;
    }

    String address() {
        return lines.address();
    }

    Shell with(Rights other) {
        return new Shell(lines, other, attempts, random, target);
    }

    /// Starts the script and waits for its begin line.
    ///
    /// @param input what the script reads on standard input; empty: nothing
    /// @throws Trouble.Found when the login shell or sudo keep it from running
    Exchange begin(Script script, byte[] input) throws LostException, Trouble.Found, InterruptedException {
        return switch (rights) {
            case Rights.AsRoot() -> plain("sh -s", script, input);
            case Rights.AsLogin() -> plain("sh -s", script, input);
            case Rights.SudoFree() -> plain("sudo -n sh -s", script, input);
            case Rights.SudoAsking asking -> asking(asking, script, input);
        };
    }

    private Exchange plain(String words, Script script, byte[] input)
            throws LostException, Trouble.Found, InterruptedException {
        var mark = Nonce.mark(random);
        var exchange = lines.exec(words, mark, "", frame(script, mark, input, "keep"), input);
        return begun(exchange, words.startsWith("sudo"), new Unasked());
    }

    private Exchange asking(Rights.SudoAsking asking, Script script, byte[] input)
            throws LostException, Trouble.Found, InterruptedException {
        try (var turn = attempts.turn(Attempts.Use.SUDO, asking.login(), asking.password(), target.place())) {
            switch (turn.answer()) {
                case REFUSED_HERE ->
                    throw found(RemoteWords.SUDO_WRONG_BEFORE, asking.login().user());
                case REFUSED_ELSEWHERE ->
                    throw found(RemoteWords.SUDO_WRONG_ELSEWHERE, asking.login().user(), turn.refusals());
                case TRY -> {}
            }
            var mark = Nonce.mark(random);
            var path = place(frame(script, mark, input, "remove"));
            try {
                var prompt = "ask-" + Nonce.of(random);
                var exchange = lines.exec("sudo -S -p " + prompt + " sh " + path, mark, prompt, NOTHING, input);
                return begun(exchange, true, new Password(asking, turn));
            } catch (Trouble.Found e) {
                takeAway(path);
                throw e;
            }
        }
    }

    /// What happens when sudo asks.
    private sealed interface Asked {}

    private record Unasked() implements Asked {}

    private record Password(Rights.SudoAsking asking, Attempts.Turn turn) implements Asked {}

    private Exchange begun(Exchange exchange, boolean sudo, Asked asked)
            throws LostException, Trouble.Found, InterruptedException {
        var handedOver = false;
        var answered = false;
        try {
            while (true) {
                switch (exchange.next(ANSWER)) {
                    case Event.Begun() -> {
                        if (asked instanceof Password password) {
                            password.turn().accepted();
                        }
                        handedOver = true;
                        return exchange;
                    }
                    case Event.Prompted() -> {
                        answer(exchange, asked, answered);
                        answered = true;
                    }
                    case Event.Closed(var told) -> {
                        if (!told) {
                            throw tornOff(exchange.said());
                        }
                        throw new Trouble.Found(refusal(exchange.said(), sudo, answered));
                    }
                    case Event.Broken(var why) -> throw Broken.lost(address(), why);
                    case Event.Silent() -> throw found(RemoteWords.SHELL_SILENT, ANSWER, exchange.said());
                    case Event.Out _, Event.Err _, Event.Ended _ ->
                        throw new IllegalStateException("a script spoke before it began");
                }
            }
        } finally {
            if (!handedOver) {
                exchange.close();
            }
        }
    }

    private void answer(Exchange exchange, Asked asked, boolean answered) throws LostException, Trouble.Found {
        switch (asked) {
            case Unasked() -> throw new IllegalStateException("a prompt that nobody asked for");
            case Password(var asking, var turn) -> {
                if (answered) {
                    turn.refused();
                    throw found(
                            RemoteWords.SUDO_WRONG,
                            asking.login().user(),
                            asking.login().name());
                }
                try {
                    exchange.answer(asking.password());
                } catch (IOException e) {
                    throw Broken.lost(address(), e);
                }
            }
        }
    }

    private Trouble refusal(String said, boolean sudo, boolean answered) {
        return sudo
                ? SudoSaid.trouble(said, answered, target.login())
                : Trouble.of(PRIVILEGE, RemoteWords.NO_SHELL, said);
    }

    /// A shell that refuses ends, and its server says with what. Where nobody says that, it wasn't a refusal.
    private LostException tornOff(String said) {
        var why = Text.of(RemoteWords.CUT_OFF);
        return new LostException(
                Text.of(RemoteWords.LOST, address(), said.isEmpty() ? why : Text.of(RemoteWords.CUT_OFF_SAID, said)));
    }

    private String place(byte[] frame) throws LostException, Trouble.Found, InterruptedException {
        var output = with(new Rights.AsLogin()).run(Script.of("linux/place.sh"), frame, ANSWER);
        var path = output.out().strip();
        if (output.exit() != 0 || !path.matches("/[A-Za-z0-9._/-]+/muster\\.[A-Za-z0-9]{6}/script")) {
            throw found(RemoteWords.NO_PLACE, Said.clean(output.err() + "\n" + output.out()));
        }
        return path;
    }

    private void takeAway(String path) throws LostException, Trouble.Found, InterruptedException {
        with(new Rights.AsLogin()).run(Script.of("linux/place-undo.sh").with("PLACED", path), NOTHING, ANSWER);
    }

    /// Runs a short script to its end.
    ///
    /// @throws LostException also when the limit passes: the script may be going on
    Output run(Script script, byte[] input, Duration limit) throws LostException, Trouble.Found, InterruptedException {
        var output = new Collected(System.nanoTime());
        try (var exchange = begin(script, input)) {
            while (true) {
                switch (exchange.next(limit.minusNanos(System.nanoTime() - output.start()))) {
                    case Event.Out(var bytes, var at) -> output.out(bytes, at);
                    case Event.Err(var bytes) -> output.err(bytes);
                    case Event.Ended(var status) -> {
                        return output.ended(status);
                    }
                    case Event.Closed _ ->
                        throw new LostException(Text.of(RemoteWords.LOST, address(), Text.of(RemoteWords.CUT_OFF)));
                    case Event.Broken(var why) -> throw Broken.lost(address(), why);
                    case Event.Silent() -> throw new LostException(Text.of(RemoteWords.TOO_LONG, address(), limit));
                    case Event.Begun(), Event.Prompted() -> throw new IllegalStateException("a script began twice");
                }
            }
        }
    }

    private static byte[] frame(Script script, String mark, byte[] input, String self) {
        return Script.of("linux/frame.sh")
                .with("MUSTER_MARK", mark)
                .with("MUSTER_SCRIPT", script.text())
                .with("MUSTER_INPUT", input.length == 0 ? "none" : "channel")
                .with("MUSTER_SELF", self)
                .text()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Trouble.Found found(RemoteWords words, Object... arguments) {
        return new Trouble.Found(Trouble.of(PRIVILEGE, words, arguments));
    }
}

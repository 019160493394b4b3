package dev.muster.practice.windows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The few commands that the practice hosts' cmd.exe knows. What it doesn't know it refuses, as cmd.exe does.
final class Cmd {

    private static final int LONGEST_LINE = 8191;
    private static final int FAILED = 1;
    private static final int NOT_KNOWN = 1;
    private static final Pattern EXIT = Pattern.compile("(?i)exit(?: +/b)?(?: +(-?[0-9]+))?");
    private static final Pattern PING = Pattern.compile("(?i)ping +-n +([0-9]{1,4}) +\\S+");
    private static final Pattern ECHO = Pattern.compile("(?i)(?:@)?echo(?: |\\.)(.*?)(?: *(1>&2|>&2) *)?");

    private final WindowsMachine machine;
    private final PowerShell powershell;

    Cmd(WindowsMachine machine) {
        this.machine = machine;
        this.powershell = new PowerShell(machine);
    }

    /// A line as cmd.exe gets it, several commands with `&` between them.
    Program line(String words) {
        if (words.length() > LONGEST_LINE) {
            return console -> refuse(console, "The command line is too long.");
        }
        var whole = words.strip();
        if (whole.regionMatches(true, 0, "cmd /c ", 0, 7)) {
            return line(whole.substring(7));
        }
        var parts = powershell.isCalled(whole) ? List.of(whole) : List.of(whole.split("&(?!2) *", -1));
        return console -> {
            var status = 0;
            for (var part : parts) {
                status = direct(part).run(console);
                if (EXIT.matcher(part.strip()).matches()) {
                    break;
                }
            }
            return status;
        };
    }

    /// One program, without cmd.exe around it.
    Program direct(String words) {
        if (powershell.isCalled(words)) {
            return powershell.call(words);
        }
        return simple(words.stripLeading()).orElseGet(() -> console -> unknown(console, words));
    }

    private Optional<Program> simple(String words) {
        var exit = EXIT.matcher(words.strip());
        if (exit.matches()) {
            var status = exit.group(1) == null ? 0 : (int) Long.parseLong(exit.group(1));
            return Optional.of(_ -> status);
        }
        var ping = PING.matcher(words.strip());
        if (ping.matches()) {
            return Optional.of(console -> ping(console, Integer.parseInt(ping.group(1))));
        }
        var echo = ECHO.matcher(words);
        if (echo.matches()) {
            return Optional.of(console -> echo(console, echo.group(1), echo.group(2) != null));
        }
        return switch (words.strip().toLowerCase(Locale.ROOT)) {
            case "hostname" -> Optional.of(console -> echo(console, machine.computer(), false));
            case "more" -> Optional.of(Cmd::more);
            case "set /p line=" -> Optional.of(Cmd::line);
            default -> Optional.empty();
        };
    }

    private static int echo(Console console, String words, boolean asError) throws InterruptedException {
        if (asError) {
            console.errLine(words);
        } else {
            console.line(words);
        }
        return 0;
    }

    /// A second between two answers, and none before the first: the way to wait in cmd.exe.
    private static int ping(Console console, int times) throws InterruptedException {
        for (var at = 0; at < times; at++) {
            if (at > 0) {
                Thread.sleep(1_000);
            }
            console.line("Reply from 127.0.0.1: bytes=32 time<1ms TTL=128");
        }
        return 0;
    }

    private static int more(Console console) throws IOException, InterruptedException {
        var buffer = new byte[8_192];
        for (var read = console.in().read(buffer);
                read >= 0;
                read = console.in().read(buffer)) {
            console.out(Arrays.copyOf(buffer, read));
        }
        return 0;
    }

    /// A line is read, and nothing is done with it.
    private static int line(Console console) throws IOException {
        var next = console.in().read();
        while (next >= 0 && next != '\n') {
            next = console.in().read();
        }
        return next < 0 ? FAILED : 0;
    }

    private static int refuse(Console console, String why) throws InterruptedException {
        console.errLine(why);
        return FAILED;
    }

    private static int unknown(Console console, String words) throws InterruptedException {
        console.errLine(
                "'" + words.strip().split(" ", 2)[0] + "' is not recognized as an internal or external command,");
        console.errLine("operable program or batch file.");
        return NOT_KNOWN;
    }
}

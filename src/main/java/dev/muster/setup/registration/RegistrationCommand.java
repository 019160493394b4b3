package dev.muster.setup.registration;

import static dev.muster.setup.RegistrationWords.*;

import dev.muster.base.Place;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.RegistrationReading.Missing;
import dev.muster.setup.RegistrationReading.Unreadable;
import dev.muster.setup.RegistrationWords;
import dev.muster.setup.shape.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the command that Rancher shows for a new node: 2.1's for Linux or Windows, today's for Linux. Source:
/// rancher-2.1 facts §1.5, §1.6; rancher-today facts §3.1.
public final class RegistrationCommand {

    static final Place PLACE = Place.field("rancher.registration", "");

    private static final int LONGEST = 16_384;
    private static final Pattern RUNS_POWERSHELL =
            Pattern.compile("\\A\\s*powershell(?:\\.exe)?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RUN_AGAIN = Pattern.compile("docker(?:\\.exe)?\\s+(?:container\\s+)?run\\b");
    /// What Rancher 2.1 puts behind the `docker run` on Windows.
    private static final Pattern WINDOWS_TAIL = Pattern.compile(";\\s*if\\s*\\(");

    private RegistrationCommand() {}

    /// Never throws, whatever is pasted.
    public static RegistrationReading read(String pasted) {
        if (pasted.isBlank() || pasted.strip().equals("\uFEFF")) {
            return new Missing();
        }
        if (pasted.length() > LONGEST) {
            return refused(TOO_LONG);
        }
        var command = Pasted.mended(pasted);
        var today = SystemAgentCommand.find(command);
        if (today.isPresent()) {
            // since 2.13.8 a Rancher that keeps tokens apart hands it out so
            return command.contains("{token}") ? refused(TOKEN_PLACEHOLDER) : read(today.get());
        }
        var foreign = Foreign.words(command);
        return foreign.isPresent() ? refused(foreign.get()) : command(command);
    }

    private static RegistrationReading read(SystemAgentCommand command) {
        var words = command.arguments();
        if (!words.closed()) {
            return refused(QUOTE);
        }
        if (words.several()) {
            return refused(SEVERAL);
        }
        return new Reader(command.variables(), words.words()).read();
    }

    private static RegistrationReading command(String command) {
        var windows = RUNS_POWERSHELL.matcher(command).find();
        if (windows && !command.contains("}")) {
            return refused(CUT_OFF);
        }
        if (RUN_AGAIN.matcher(command).results().count() > 1) {
            return refused(SEVERAL);
        }
        var words = ShellWords.of(windows ? withoutPowerShell(command) : command);
        if (!words.closed()) {
            return refused(QUOTE);
        }
        if (words.several()) {
            return refused(SEVERAL);
        }
        return DockerRun.find(words.words())
                .map(run -> new Reader(run, dialect(run, windows)).read())
                .orElseGet(() -> refused(NO_DOCKER));
    }

    /// The `docker run` inside `PowerShell … -Command "& {docker run …; if($?){…}}"`.
    private static String withoutPowerShell(String command) {
        var start = RUN_AGAIN.matcher(command);
        if (!start.find()) {
            return command;
        }
        var rest = command.substring(start.start()).replace("\\\"", "\"");
        var tail = WINDOWS_TAIL.matcher(rest);
        var end = tail.find() ? tail.start() : rest.indexOf('}') < 0 ? rest.length() : rest.indexOf('}');
        return rest.substring(0, end);
    }

    private static Dialect dialect(DockerRun run, boolean powerShell) {
        var image = run.image().toLowerCase(Locale.ROOT);
        var windows = powerShell
                || run.mountsDrive()
                || image.contains("nanoserver")
                || image.contains("servercore")
                || run.arguments().stream().anyMatch(word -> word.equalsIgnoreCase("-caChecksum"));
        return windows ? Dialect.START_PS1 : Dialect.RUN_SH;
    }

    static Unreadable refused(RegistrationWords words) {
        return new Unreadable(List.of(Trouble.of(words).at(PLACE)));
    }

    static Unreadable refused(List<RegistrationWords> words) {
        return new Unreadable(
                words.stream().map(word -> Trouble.of(word).at(PLACE)).toList());
    }

    /// Commands that are shown for something else.
    private static final class Foreign {

        private static final Pattern TODAY = Pattern.compile(
                "system-agent-install\\.sh|/v3/connect/agent|CATTLE_ROLE_|cattle\\.io/os=|/wins-agent-install\\.ps1",
                Pattern.CASE_INSENSITIVE);
        private static final Pattern IMPORT = Pattern.compile("\\bkubectl\\b|/v3/import/");
        private static final Pattern BARE = Pattern.compile("get\\.(?:rke2|k3s)\\.io|\\b(?:rke2|k3s)-install\\b");

        static Optional<RegistrationWords> words(String command) {
            var found = new ArrayList<RegistrationWords>();
            if (TODAY.matcher(command).find()) {
                found.add(OF_TODAY);
            } else if (IMPORT.matcher(command).find()) {
                found.add(IMPORTS);
            } else if (BARE.matcher(command).find()) {
                found.add(WITHOUT_RANCHER);
            }
            return found.stream().findFirst();
        }
    }
}

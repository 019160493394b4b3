package dev.muster.practice.windows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The practice hosts' powershell.exe: it knows Muster's loader, and a few words for clients that others wrote.
final class PowerShell {

    private static final Pattern CALL = Pattern.compile("(?is)\"?(?:\\S*\\\\)?powershell(?:\\.exe)?\"?(?: .*)?");
    private static final Pattern ENCODED = Pattern.compile("(?i)-(?:encodedcommand|enc|ec|e) +\"?([A-Za-z0-9+/=]+)\"?");
    private static final Pattern LOADER = Pattern.compile("(?m)^# loader\\.ps1:");
    private static final Pattern PREFERENCE = Pattern.compile("(?i)\\$ProgressPreference *= *'SilentlyContinue' *");
    private static final Pattern WRITE = Pattern.compile("(?i)(?:echo|Write-Output|Write-Host) +['\"]?([^'\"]*)['\"]?");
    private static final Pattern ERROR = Pattern.compile("(?i)Write-Error +['\"]?([^'\"]*)['\"]?");
    private static final Pattern EXIT = Pattern.compile("(?i)exit +(-?[0-9]+)");
    private static final Pattern SLEEP = Pattern.compile("(?i)Start-Sleep(?: +-s(?:econds)?)? +([0-9]{1,4})");
    private static final int FAILED = 1;

    private final Loader loader;

    PowerShell(WindowsMachine machine) {
        this.loader = new Loader(machine);
    }

    boolean isCalled(String words) {
        return CALL.matcher(words.strip()).matches();
    }

    Program call(String words) {
        return decoded(words)
                .map(text -> LOADER.matcher(text).find() ? loader : plain(text))
                .orElse(console -> {
                    console.errLine("practice host: this PowerShell takes -EncodedCommand and nothing else");
                    return FAILED;
                });
    }

    private static Optional<String> decoded(String words) {
        var encoded = ENCODED.matcher(words);
        if (!encoded.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Base64.getDecoder().decode(encoded.group(1)), StandardCharsets.UTF_16LE));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Statement after statement; the first that isn't known ends it.
    private static Program plain(String text) {
        return console -> {
            for (var statement : text.split("[;\\r\\n]+", -1)) {
                var words = statement.strip();
                var exit = EXIT.matcher(words);
                if (exit.matches()) {
                    return (int) Long.parseLong(exit.group(1));
                }
                if (!words.isEmpty() && !PREFERENCE.matcher(words).matches() && !did(words, console)) {
                    console.err(Clixml.error(unknown(words)));
                    return FAILED;
                }
            }
            return 0;
        };
    }

    private static boolean did(String words, Console console) throws InterruptedException {
        var write = WRITE.matcher(words);
        var error = ERROR.matcher(words);
        var sleep = SLEEP.matcher(words);
        if (write.matches()) {
            console.line(write.group(1));
        } else if (error.matches()) {
            console.err(Clixml.error(error.group(1)));
        } else if (sleep.matches()) {
            Thread.sleep(Integer.parseInt(sleep.group(1)) * 1_000L);
        } else {
            return false;
        }
        return true;
    }

    private static String unknown(String words) {
        return String.format(
                Locale.ROOT,
                "%s : The term '%s' is not recognized as the name of a cmdlet, function, script file, or operable"
                        + " program.",
                words,
                words);
    }
}

package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.PRIVILEGE;

import dev.muster.script.Script;
import java.time.Duration;

/// The last rung to a Windows host: who are we there, and may we do what an administrator does.
final class WindowsHello {

    private static final Script HELLO = Script.of("windows/hello.ps1");

    /// A busy host takes twenty seconds to start PowerShell
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private static final byte[] NOTHING = {};

    private WindowsHello() {}

    static void ask(WindowsLine line) throws Trouble.Found, LostException, InterruptedException {
        var output = line.run(HELLO, NOTHING, LIMIT);
        var said = output.out();
        if (output.exit() != 0 || !said.contains("kernel ")) {
            throw found(RemoteWords.NO_POWERSHELL, Said.clean(output.err() + "\n" + said));
        }
        if (!said.contains("kernel Windows")) {
            throw found(RemoteWords.NOT_WINDOWS, Said.clean(said));
        }
        if (!said.contains("language FullLanguage")) {
            throw found(RemoteWords.LANGUAGE_LIMITED, Said.clean(said));
        }
        if (!said.contains("elevated yes")) {
            throw found(RemoteWords.NOT_ELEVATED, word(said, "user "));
        }
    }

    private static String word(String said, String name) {
        return said.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> Said.clean(line.substring(name.length())))
                .findFirst()
                .orElse("?");
    }

    private static Trouble.Found found(RemoteWords words, String said) {
        return new Trouble.Found(Trouble.of(PRIVILEGE, words, said));
    }
}

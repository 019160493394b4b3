package dev.muster.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The terminal, or what stands for it. Data goes to `out`, words to `err`. Without a terminal nothing is ever asked.
///
/// @param colours whether `err` and `out` understand colours and the user wants them (`NO_COLOR`)
record Console(PrintStream out, PrintStream err, boolean terminal, boolean colours) {

    static Console ofProcess() {
        var terminal = console().filter(java.io.Console::isTerminal).isPresent();
        var colours = terminal && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        return new Console(utf8(System.out), utf8(System.err), terminal, colours);
    }

    // its page says since 22 that it may be there without a terminal, and still that it may be null
    @SuppressWarnings("SystemConsoleNull")
    private static Optional<java.io.Console> console() {
        return Optional.ofNullable(System.console());
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /// Asks for a line; empty when the terminal was closed.
    Optional<String> ask(String question) {
        err.print(question);
        err.flush();
        return console().map(java.io.Console::readLine);
    }

    /// Asks for a secret, which isn't shown as it is typed; empty when there is no terminal.
    Optional<char[]> askSecret(String question) {
        return terminal ? console().map(open -> open.readPassword("%s", question)) : Optional.empty();
    }

    /// The text in a colour of the terminal, or as it is.
    String colour(Paint paint, String text) {
        return colours ? "\u001b[" + paint.code + "m" + text + "\u001b[0m" : text;
    }

    /// Colours that are readable on light and dark.
    enum Paint {
        GREEN("32"),
        AMBER("33"),
        RED("31"),
        BLUE("34"),
        GREY("2"),
        BOLD("1");

        private final String code;

        Paint(String code) {
            this.code = code;
        }
    }
}

package dev.muster;

import dev.muster.cli.Cli;
import dev.muster.ui.MusterWindow;
import java.nio.file.Path;

/// `muster` opens the window; `muster COMMAND …` is the command line.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        var cli = Cli.ofProcess(
                (place, environment) -> MusterWindow.show(place, environment, Path.of(System.getProperty("user.home")))
                        == MusterWindow.Shown.CLOSED);
        // exit, not return: libraries leave threads behind that would keep the process
        System.exit(cli.run(arguments));
    }
}

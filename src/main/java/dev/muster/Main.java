package dev.muster;

import dev.muster.cli.Cli;

/// `muster COMMAND …` is the command line.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // exit, not return: libraries leave threads behind that would keep the process
        System.exit(Cli.ofProcess().run(arguments));
    }
}

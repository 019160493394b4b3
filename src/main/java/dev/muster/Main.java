package dev.muster;

import dev.muster.cli.Cli;
import dev.muster.cli.Outside;
import dev.muster.flow.Workplace;
import dev.muster.ui.MusterWindow;
import java.nio.file.Path;
import java.util.Map;

/// `muster` opens the window; `muster COMMAND …` is the command line.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // exit, not return: libraries leave threads behind that would keep the process
        System.exit(Cli.ofProcess(new Process()).run(arguments));
    }

    private static final class Process implements Outside {

        @Override
        public boolean openWizard(Workplace place, Map<String, String> environment) throws InterruptedException {
            return MusterWindow.show(place, environment, Path.of("")) == MusterWindow.Shown.CLOSED;
        }

        @Override
        public void endNow(int code) {
            Runtime.getRuntime().halt(code);
        }
    }
}

package dev.muster.lab;

import java.time.Duration;
import java.util.List;

/// The machine that the tests run on.
final class Workstation {

    private Workstation() {}

    static String name() {
        return Program.run(Duration.ofSeconds(5), List.of("hostname"))
                .orFail()
                .out()
                .strip();
    }
}

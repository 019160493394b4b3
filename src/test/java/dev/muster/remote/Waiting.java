package dev.muster.remote;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/// Waits for what happens elsewhere.
final class Waiting {

    private Waiting() {}

    static void until(Path file) {
        until(() -> Files.exists(file));
    }

    static void until(Callable<Boolean> holds) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(holds);
    }
}

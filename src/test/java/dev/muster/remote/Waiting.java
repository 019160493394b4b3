package dev.muster.remote;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Waits for what a script does on disk.
final class Waiting {

    private Waiting() {}

    static void until(Path file) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Files.exists(file));
    }
}

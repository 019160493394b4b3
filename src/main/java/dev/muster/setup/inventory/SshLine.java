package dev.muster.setup.inventory;

import dev.muster.setup.inventory.Collected.Target;
import java.util.Optional;

/// A call of `ssh` as it stands in somebody's notes: `ssh -p 2222 -i ~/.ssh/ops ops@10.0.0.11`.
final class SshLine {

    private SshLine() {}

    static Optional<Target> read(String line) {
        var words = line.strip().split("\\s+", -1);
        var user = "";
        var port = 22;
        var key = "";
        for (var i = 1; i < words.length; i++) {
            var next = i + 1 < words.length ? words[i + 1] : "";
            switch (words[i]) {
                case "-p" -> {
                    port = next.matches("[0-9]{1,5}") ? Integer.parseInt(next) : 0;
                    i++;
                }
                case "-i" -> {
                    key = next;
                    i++;
                }
                case "-l" -> {
                    user = next;
                    i++;
                }
                default -> {
                    if (!words[i].startsWith("-")) {
                        return port < 1 || port > 65_535
                                ? Optional.empty()
                                : Optional.of(target(words[i], user, port, key));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Target target(String word, String user, int port, String key) {
        var at = word.lastIndexOf('@');
        return new Target(at < 0 ? user : word.substring(0, at), word.substring(at + 1), port, key);
    }
}

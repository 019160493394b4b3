package dev.muster.probe;

import dev.muster.remote.Output;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// An answer in the lines of `probe.sh`, made by hand. One healthy whole, one thing changed.
record Printed(List<String> lines) {

    static final Instant SENT = Instant.parse("2026-11-23T14:00:00Z");
    static final Duration ROUND_TRIP = Duration.ofMillis(200);

    Printed {
        lines = List.copyOf(lines);
    }

    static Printed empty() {
        return new Printed(List.of("muster-probe 1 1795442400.100000000"));
    }

    static Printed withoutDocker() {
        return empty().line("!serverca missing /etc/kubernetes/ssl/certs/serverca")
                .line("!docker command docker")
                .said("mounts", "")
                .said("paths", "", "1")
                .said("sizes", "")
                .said("interfaces", "lo\neth0\n")
                .said("processes", "1 systemd\n");
    }

    static Printed withDocker(String containers) {
        return withoutDocker()
                .without("docker")
                .said("docker", "17.03.2-ce\noverlay2\n/var/lib/docker\ncgroupfs\n+ Backing Filesystem = extfs\n\n")
                .said("containers", containers);
    }

    Printed line(String line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return new Printed(more);
    }

    Printed said(String key, String text) {
        return said(key, text, "0");
    }

    Printed said(String key, String text, String status) {
        return said(key, text.getBytes(StandardCharsets.UTF_8), status);
    }

    Printed said(String key, byte[] bytes, String status) {
        return without(key)
                .line("<" + key + " base64")
                .line(Base64.getEncoder().encodeToString(bytes))
                .line(">" + status);
    }

    Printed without(String key) {
        var kept = new ArrayList<String>();
        var inside = false;
        for (var line : lines) {
            if (line.startsWith("<" + key + " ")) {
                inside = true;
            } else if (inside) {
                inside = !line.startsWith(">");
            } else if (!line.startsWith("!" + key + " ") && !line.startsWith("@" + key + " ")) {
                kept.add(line);
            }
        }
        return new Printed(kept);
    }

    Answers answers() {
        return Answers.read(text());
    }

    Facts facts() {
        return FactsReader.read(output(text()));
    }

    static Output output(String text) {
        return new Output(0, text, "", SENT, ROUND_TRIP);
    }

    private String text() {
        return String.join("\n", lines) + "\n.\n";
    }
}

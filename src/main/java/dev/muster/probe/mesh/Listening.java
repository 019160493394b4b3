package dev.muster.probe.mesh;

import dev.muster.catalog.PortNeed;
import dev.muster.remote.Connection;
import dev.muster.remote.LostException;
import dev.muster.script.Script;
import dev.muster.setup.Os;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One host that listens, from the start of its script to its end; what it says is taken in as it comes.
final class Listening {

    private static final Duration SILENCE_OF_LINUX = Duration.ofSeconds(20);

    /// A busy one needs twenty seconds to start PowerShell
    private static final Duration SILENCE_OF_WINDOWS = Duration.ofSeconds(60);

    private final String address;
    private final List<String> ports;
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final Map<String, String> failed = new ConcurrentHashMap<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile String trouble = "it didn't begin to listen in time";

    Listening(String address, Collection<PortNeed> needs) {
        this.address = address;
        this.ports = needs.stream().map(Listening::line).distinct().toList();
    }

    /// `tcp 6443`, as the scripts write it.
    static String line(PortNeed need) {
        return need.use().protocol() + " " + need.port();
    }

    /// Listens until it is interrupted, the line is lost or the time is up.
    void run(Connection connection, String token, Duration time) throws InterruptedException {
        var windows = connection.os() == Os.WINDOWS;
        var script = Script.of(windows ? "windows/mesh-listen.ps1" : "linux/mesh-listen.sh")
                .with("ADDRESS", address)
                .with("PORTS", ports)
                .with("TOKEN", token)
                .with("SECONDS", String.valueOf(time.toSeconds()));
        try {
            connection.read(script, windows ? SILENCE_OF_WINDOWS : SILENCE_OF_LINUX, this::hear);
        } catch (LostException e) {
            trouble = "the line to it was lost";
        } finally {
            ready.countDown();
        }
    }

    void failed(String why) {
        trouble = why;
        ready.countDown();
    }

    private void hear(String line) {
        var words = line.split(" ", 4);
        switch (words[0]) {
            case "none" -> trouble = "neither perl nor python is there";
            case "listens" -> open.add(port(words));
            case "taken" -> taken.add(port(words));
            case "failed" -> failed.put(port(words), words.length > 3 ? words[3] : "");
            case "heard" -> heard.add(line.substring("heard ".length()));
            case "ready" -> {
                trouble = "";
                ready.countDown();
            }
            default -> {
                // a sign of life, or the tool's name
            }
        }
    }

    private static String port(String... words) {
        return words.length > 2 ? words[1] + " " + words[2] : "";
    }

    void awaitReady(Duration atMost) throws InterruptedException {
        if (!ready.await(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS)) {
            trouble = "it didn't begin to listen in time";
        }
    }

    boolean isOpen(PortNeed need) {
        return open.contains(line(need));
    }

    boolean isTaken(PortNeed need) {
        return taken.contains(line(need));
    }

    /// Whether a datagram arrived.
    boolean hasHeard(String source, int number) {
        return heard.contains(source + " " + number);
    }

    /// Why a port can't be tried.
    String why(PortNeed need) {
        return trouble.isEmpty() ? failed.getOrDefault(line(need), "it doesn't listen there") : trouble;
    }
}

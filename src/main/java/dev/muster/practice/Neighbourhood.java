package dev.muster.practice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The network that all practice hosts stand in: who listens where, known in this process only. No packet is sent; a
/// port is open when the host at that address listens there at that moment, and refused when it doesn't.
final class Neighbourhood {

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final int CARD = 1500;
    private static final int PINGS = 20;
    private static final int MICROS = 240;

    /// By `ADDRESS KIND PORT`: the word that a listener says; empty for a service.
    private final Map<String, String> listeners = new ConcurrentHashMap<>();
    private final Map<String, Boolean> addresses = new ConcurrentHashMap<>();

    void moveIn(String address) {
        addresses.put(address, true);
    }

    /// `mesh-listen`: until its time is over or the line to it ends.
    Said listen(Assigned script, OutputStream out) throws IOException, InterruptedException {
        var mine = new ArrayList<String>();
        try {
            print(out, "tool practice");
            for (var port : script.value("PORTS").lines().toList()) {
                var key = script.value("ADDRESS") + " " + port;
                var taken = listeners.putIfAbsent(key, script.value("TOKEN")) != null;
                if (!taken) {
                    mine.add(key);
                }
                print(out, (taken ? "taken " : "listens ") + port);
            }
            print(out, "ready");
            var end = System.nanoTime()
                    + Duration.ofSeconds(Long.parseLong(script.value("SECONDS")))
                            .toNanos();
            while (System.nanoTime() < end) {
                Thread.sleep(BEAT);
                print(out, "beat");
            }
            return Said.done("end\n");
        } finally {
            mine.forEach(listeners::remove);
        }
    }

    private static void print(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /// `mesh-try`
    Said tries(Assigned script) {
        var said = new StringBuilder("tool practice\n");
        var number = 0;
        for (var attempt : script.value("TRIES").lines().toList()) {
            said.append(number++)
                    .append(' ')
                    .append(answer(List.of(attempt.split(" ")), script.value("TOKEN")))
                    .append('\n');
        }
        return Said.done(said + "end\n");
    }

    private String answer(List<String> attempt, String token) {
        var address = attempt.get(1);
        if (!addresses.containsKey(address)) {
            return "unreachable";
        }
        return switch (attempt.getFirst()) {
            case "ping" -> "pings " + PINGS + " " + PINGS + " " + MICROS;
            case "mtu" -> "mtu " + CARD + " " + CARD + " quiet";
            case "served" -> "open " + MICROS;
            default -> {
                var there = listeners.get(address + " " + attempt.getFirst() + " " + attempt.get(2));
                yield token.equals(there) ? "open " + MICROS : there == null ? "refused" : "stranger";
            }
        };
    }
}

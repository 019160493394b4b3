package dev.muster.probe;

import dev.muster.base.Reading;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Who listens: lines `tcp6 ADDRESS:PORT INODE` out of `/proc/net`, and `process INODE PID` out of `/proc/PID/fd`.
final class ListenerFacts {

    private static final Pattern SOCKET =
            Pattern.compile("(tcp|udp)6? ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) (\\d{1,20})");
    private static final Pattern PROCESS = Pattern.compile("process (\\d{1,20}) (\\d{1,9})");

    private ListenerFacts() {}

    static Reading<List<Listener>> of(Answers answers) {
        var names = Processes.of(answers);
        return answers.lines("sockets").map(lines -> {
            var owners = new HashMap<String, String>();
            for (var line : lines) {
                var match = PROCESS.matcher(line);
                if (match.matches()) {
                    owners.putIfAbsent(match.group(1), match.group(2));
                }
            }
            return listeners(lines, owners, names.byId());
        });
    }

    private static List<Listener> listeners(List<String> lines, Map<String, String> owners, Map<String, String> names) {
        var found = new ArrayList<Listener>();
        for (var line : lines) {
            var match = SOCKET.matcher(line);
            if (match.matches()) {
                var id = owners.getOrDefault(match.group(4), "");
                var process = id.isEmpty() ? "" : names.getOrDefault(id, "?") + " (" + id + ")";
                found.add(new Listener(
                        match.group(1), address(match.group(2)), Integer.parseInt(match.group(3), 16), process));
            }
        }
        found.sort(Comparator.comparing(Listener::protocol)
                .thenComparingInt(Listener::port)
                .thenComparing(Listener::address));
        return List.copyOf(found.stream().distinct().toList());
    }

    /// Words of 32 bits, each written as the number that a little-endian machine sees.
    private static String address(String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        for (var i = 0; i < bytes.length; i += 4) {
            swap(bytes, i, i + 3);
            swap(bytes, i + 1, i + 2);
        }
        try {
            var written = InetAddress.getByAddress(bytes).getHostAddress();
            return switch (written) {
                case "0:0:0:0:0:0:0:0" -> "::";
                case "0:0:0:0:0:0:0:1" -> "::1";
                default -> written;
            };
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes", e);
        }
    }

    private static void swap(byte[] bytes, int a, int b) {
        var kept = bytes[a];
        bytes[a] = bytes[b];
        bytes[b] = kept;
    }
}

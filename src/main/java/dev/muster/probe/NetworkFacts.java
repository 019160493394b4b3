package dev.muster.probe;

import dev.muster.base.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Addresses, routes and name servers.
final class NetworkFacts {

    private static final Pattern ADDRESS = Pattern.compile(
            "\\d+:\\s+(\\S+)\\s+inet6?\\s+([0-9a-fA-F:.]{2,45})(?:\\s+peer\\s+[0-9a-fA-F:.]+)?(?:/(\\d{1,3}))?\\s(.*)");
    private static final Pattern LEASED = Pattern.compile(".*(\\bdynamic\\b|valid_lft \\d+sec).*");
    private static final Pattern SOURCE = Pattern.compile("(?s).*\\ssrc\\s+([0-9a-fA-F:.]{2,45})\\s.*");
    private static final Pattern NO_WAY = Pattern.compile("(?si).*(unreachable|no route to host).*");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{8}");
    private static final int UP = 1;
    private static final int REJECTED = 0x200;

    private NetworkFacts() {}

    /// One line an address: `2: eth0    inet 10.0.0.5/24 brd 10.0.0.255 scope global dynamic eth0\  valid_lft …`.
    static Reading<List<InterfaceAddress>> addresses(Answers answers) {
        return answers.lines("addresses").map(lines -> {
            var found = new ArrayList<InterfaceAddress>();
            for (var line : lines) {
                var match = ADDRESS.matcher(line);
                if (match.matches()) {
                    var address = match.group(2);
                    var whole = address.contains(":") ? 128 : 32;
                    var prefix = match.group(3) == null ? whole : Integer.parseInt(match.group(3));
                    var device = Clean.text(match.group(1).replaceFirst("@.*", ""));
                    found.add(new InterfaceAddress(
                            device,
                            address,
                            prefix,
                            LEASED.matcher(match.group(4)).matches()));
                }
            }
            return List.copyOf(found);
        });
    }

    /// `/proc/net/route`: the main table, addresses as hexadecimal numbers of a little-endian machine.
    static Reading<List<Route>> routes(Answers answers) {
        return answers.lines("routes").map(lines -> {
            var found = new ArrayList<Route>();
            for (var line : lines) {
                var columns = Answers.words(line);
                if (columns.size() >= 8
                        && HEX.matcher(columns.get(1)).matches()
                        && HEX.matcher(columns.get(2)).matches()
                        && columns.get(3).matches("[0-9A-Fa-f]{1,4}")
                        && HEX.matcher(columns.get(7)).matches()) {
                    var flags = Integer.parseInt(columns.get(3), 16);
                    if ((flags & UP) != 0 && (flags & REJECTED) == 0) {
                        found.add(route(columns));
                    }
                }
            }
            return List.copyOf(found);
        });
    }

    private static Route route(List<String> columns) {
        var mask = Integer.parseUnsignedInt(columns.get(7), 16);
        var gateway = address(columns.get(2));
        return new Route(
                address(columns.get(1)) + "/" + Integer.bitCount(mask),
                gateway.equals("0.0.0.0") ? "" : gateway,
                Clean.text(columns.getFirst()));
    }

    private static String address(String hex) {
        var number = Integer.parseUnsignedInt(hex, 16);
        return (number & 255) + "." + (number >>> 8 & 255) + "." + (number >>> 16 & 255) + "." + (number >>> 24);
    }

    /// `ip route get 8.8.8.8`; status 2 with "unreachable" is an answer too: there is no way.
    static Reading<String> sourceToInternet(Answers answers) {
        return switch (answers.answer("source")) {
            case Answers.Answer.NotHad(var why) -> Reading.unknown(why);
            case Answers.Answer.Said said -> sourceToInternet(said.text());
        };
    }

    private static Reading<String> sourceToInternet(String said) {
        var match = SOURCE.matcher(said + " ");
        if (match.matches()) {
            return Reading.of(match.group(1));
        }
        return NO_WAY.matcher(said).matches()
                ? Reading.of("")
                : Reading.unknown("ip route get: " + Clean.text(said.strip()));
    }

    static Reading<Resolver> resolver(Answers answers) {
        return answers.lines("resolver").map(lines -> {
            var servers = new ArrayList<String>();
            var search = List.<String>of();
            for (var line : lines) {
                var words =
                        Answers.words(Clean.text(line.replaceFirst("[#;].*", "").replace('\t', ' ')));
                if (words.size() >= 2 && words.getFirst().equals("nameserver")) {
                    servers.add(words.get(1));
                } else if (words.size() >= 2 && List.of("search", "domain").contains(words.getFirst())) {
                    search = words.subList(1, words.size());
                }
            }
            return new Resolver(servers, search, wildcard(answers));
        });
    }

    /// getent(1): 0 when the name was found, 2 when it wasn't.
    static Reading<Boolean> wildcard(Answers answers) {
        return switch (answers.answer("wildcard")) {
            case Answers.Answer.NotHad(var why) -> Reading.unknown(why);
            case Answers.Answer.Said(var status, var _) when status == 0 -> Reading.of(true);
            case Answers.Answer.Said(var status, var _) when status == 2 -> Reading.of(false);
            case Answers.Answer.Said(var status, var _) -> Reading.unknown("getent: exit status " + status);
        };
    }
}

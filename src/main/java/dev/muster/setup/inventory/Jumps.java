package dev.muster.setup.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The ways that `ProxyJump` describes (ssh_config(5), OpenSSH 9.2): `[user@]host[:port]`, with commas between hops,
/// the first one first; each hop may be a `Host` of the same file, and the first may have a `ProxyJump` of its own.
/// `ProxyCommand ssh -W %h:%p HOP` says the same in older files.
final class Jumps {

    private static final Pattern HOP =
            Pattern.compile("(?:ssh://)?(?:([^@\\s]+)@)?(\\[[^]\\s]+]|[^:@\\s]+)(?::(\\d{1,5}))?/?");
    private static final Pattern COMMAND =
            Pattern.compile("(?:\\S*/)?ssh\\s+(?:-[qaTx]+\\s+)*-W\\s+\\[?%h]?:%p\\s+(?:-[qaTx]+\\s+)*(\\S+)");
    private static final int LONGEST = 8;

    /// What a `Host` of the file says of itself.
    ///
    /// @param way its own `ProxyJump`, or empty
    record Known(String address, int port, String user, String key, String way) {}

    private final Function<String, Optional<Known>> known;
    private final Map<String, ProposedBastion> bastions = new LinkedHashMap<>();

    /// @param known empty: its options can't be read
    Jumps(Function<String, Optional<Known>> known) {
        this.known = known;
    }

    List<ProposedBastion> bastions() {
        return List.copyOf(bastions.values());
    }

    /// The hop of an old `ProxyCommand`, as `ProxyJump` would say it.
    static Optional<String> ofCommand(String command) {
        var matcher = COMMAND.matcher(command.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// @param way as `ProxyJump` has it
    /// @return the name of the last bastion; empty when the way can't be read, or leads in a circle
    Optional<String> last(String way) {
        return last(way, 0);
    }

    private Optional<String> last(String way, int depth) {
        var before = Optional.of("");
        var first = true;
        for (var hop : way.split(",", -1)) {
            var matcher = HOP.matcher(hop.strip());
            if (depth > LONGEST || !matcher.matches()) {
                return Optional.empty();
            }
            var alias = matcher.group(2).replaceAll("[\\[\\]]", "");
            var itself = known.apply(alias);
            if (itself.isEmpty()) {
                return Optional.empty();
            }
            if (first && !itself.get().way().isEmpty()) {
                before = last(itself.get().way(), depth + 1);
            }
            first = false;
            if (before.isEmpty()) {
                return before;
            }
            before = Optional.of(named(alias, said(matcher.group(1), matcher.group(3), itself.get()), before.get()));
        }
        return before;
    }

    /// What the way says wins over what the file says.
    private static Known said(String user, String port, Known itself) {
        return new Known(
                itself.address(),
                port == null ? itself.port() : Integer.parseInt(port),
                user == null ? itself.user() : user,
                itself.key(),
                "");
    }

    /// The bastion's name; the same hop on the same way is one bastion.
    private String named(String alias, Known hop, String via) {
        var plain = alias.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[._-]+|[._-]+$", "");
        var base = plain.isEmpty() ? "bastion" : plain;
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? base : base + "-" + number)
                .filter(name -> {
                    var wanted = new ProposedBastion(name, hop.address(), hop.port(), hop.user(), hop.key(), via);
                    return bastions.computeIfAbsent(name, _ -> wanted).equals(wanted);
                })
                .findFirst()
                .orElseThrow();
    }
}

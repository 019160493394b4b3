package dev.muster.setup.inventory;

import static dev.muster.setup.inventory.ImportWords.*;

import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.setup.inventory.Collected.Target;
import dev.muster.setup.inventory.Jumps.Known;
import dev.muster.setup.inventory.SshConfigLines.Block;
import dev.muster.setup.inventory.SshConfigLines.Option;
import dev.muster.setup.shape.Shown;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The hosts of an OpenSSH client's configuration. Each name on a `Host` line that is no pattern is a host; its
/// options are gathered as `ssh` does: from all blocks that match, the first value wins.
final class SshConfig {

    private static final Pattern TOKEN = Pattern.compile("%(.?)");

    private final Path home;
    private final Collected collected;

    SshConfig(Path home, String file) {
        this.home = home;
        this.collected = new Collected(file);
    }

    Proposal file(Path file) {
        return hosts(new SshConfigLines(home, collected).file(file));
    }

    Proposal text(String text) {
        return hosts(new SshConfigLines(home, collected).text(text));
    }

    private Proposal hosts(List<Block> blocks) {
        var named = new LinkedHashMap<String, Integer>();
        for (var block : blocks) {
            block.names().forEach(name -> named.putIfAbsent(name, block.line()));
        }
        var jumps = new Jumps(name -> itself(name, blocks));
        named.forEach((name, line) -> host(name, line, blocks, jumps));
        return collected.proposal(jumps.bastions());
    }

    private static Map<String, Option> options(String name, List<Block> blocks) {
        var options = new LinkedHashMap<String, Option>();
        for (var block : blocks) {
            if (block.matches(name)) {
                block.options().forEach(options::putIfAbsent);
            }
        }
        return options;
    }

    private void host(String name, int line, List<Block> blocks, Jumps jumps) {
        var itself = itself(name, blocks);
        var way = itself.map(Known::way).orElse("");
        var via = way.isEmpty() ? Optional.of("") : jumps.last(way);
        if (itself.isEmpty()) {
            return;
        }
        if (via.isEmpty()) {
            var option = jump(options(name, blocks));
            collected.problem(
                    option.map(Option::line).orElse(0),
                    name,
                    JUMP_NOT_TAKEN,
                    name,
                    Shown.of(option.map(Option::value).orElse("")));
        }
        var it = itself.get();
        var target = new Target(it.user(), it.address(), it.port(), it.key(), true, via.orElse(""));
        collected.add(line, name, target, Os.LINUX, EnumSet.of(Role.WORKER));
    }

    /// What the file says of one name; empty, with a problem, when that can't be read.
    private Optional<Known> itself(String name, List<Block> blocks) {
        var options = options(name, blocks);
        var written = value(options, "hostname");
        var address = written.isEmpty() ? Optional.of(name) : filled(name, written.get(), name);
        var port = port(name, options.get("port"));
        var key = value(options, "identityfile")
                .filter(path -> !path.equalsIgnoreCase("none"))
                .map(path -> filled(name, path, address.orElse(name)))
                .orElse(Optional.of(""));
        if (address.isEmpty() || port.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        var user = value(options, "user").orElse("");
        var way = jump(options)
                .map(Option::value)
                .map(said -> options.containsKey("proxyjump")
                        ? said
                        : Jumps.ofCommand(said).orElse(said))
                .orElse("");
        return Optional.of(new Known(address.get(), port.get(), user, key.get(), way));
    }

    /// `ProxyJump` goes before `ProxyCommand`, unless that one stands first.
    private static Optional<Option> jump(Map<String, Option> options) {
        return options.entrySet().stream()
                .filter(option ->
                        option.getKey().equals("proxyjump") || option.getKey().equals("proxycommand"))
                .findFirst()
                .map(Map.Entry::getValue)
                .filter(option -> !option.value().equalsIgnoreCase("none"));
    }

    private Optional<Integer> port(String name, @Nullable Option option) {
        if (option == null) {
            return Optional.of(22);
        }
        var written = option.value();
        if (written.matches("[0-9]{1,5}") && Integer.parseInt(written) >= 1 && Integer.parseInt(written) <= 65_535) {
            return Optional.of(Integer.parseInt(written));
        }
        collected.problem(option.line(), written, VALUE_ODD, name, "Port", Shown.of(written));
        return Optional.empty();
    }

    private static Optional<String> value(Map<String, Option> options, String key) {
        return Optional.ofNullable(options.get(key)).map(Option::value);
    }

    /// With OpenSSH's tokens filled in; empty, with a problem, when there is one that depends on the connection.
    private Optional<String> filled(String name, String written, String address) {
        var odd = TOKEN.matcher(written)
                .results()
                .map(match -> match.group(1))
                .anyMatch(token -> token.isEmpty() || !"hndu%".contains(token));
        if (odd) {
            collected.problem(0, written, TOKEN_NOT_TAKEN, name, Shown.of(written));
            return Optional.empty();
        }
        return Optional.of(TOKEN.matcher(written)
                .replaceAll(match -> Matcher.quoteReplacement(
                        switch (match.group(1).toLowerCase(Locale.ROOT)) {
                            case "h" -> address;
                            case "n" -> name;
                            case "d" -> home.toString();
                            case "u" -> System.getProperty("user.name");
                            default -> "%";
                        })));
    }
}

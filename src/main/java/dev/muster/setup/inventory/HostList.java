package dev.muster.setup.inventory;

import static dev.muster.setup.inventory.ImportWords.*;

import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.setup.inventory.Collected.Target;
import dev.muster.setup.shape.AddressShape;
import dev.muster.setup.shape.Shown;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads a list of hosts, line by line; what a line is shows in the line itself, or in a header of known columns.
final class HostList {

    private static final Map<String, String> COLUMNS = columns();
    private static final Pattern SSH = Pattern.compile("^ssh\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern END_COMMENT = Pattern.compile("\\s+#.*$");

    private final Collected collected;

    HostList(String file) {
        this.collected = new Collected(file);
    }

    Proposal read(String text) {
        var lines = text.replace("\uFEFF", "").split("\\R", -1);
        List<String> header = List.of();
        for (var i = 0; i < lines.length; i++) {
            var line = END_COMMENT.matcher(lines[i]).replaceAll("").strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (collected.full()) {
                collected.problem(i + 1, "", TOO_MANY, String.valueOf(Collected.MOST));
                break;
            }
            var cells = Cells.of(line);
            if (header.isEmpty() && isHeader(cells)) {
                header = header(cells, i + 1);
            } else if (header.isEmpty()) {
                line(i + 1, line, cells);
            } else {
                row(i + 1, header, cells);
            }
        }
        return collected.proposal(List.of());
    }

    private static boolean isHeader(List<String> cells) {
        var known = cells.stream()
                .filter(cell -> COLUMNS.containsKey(cell.toLowerCase(Locale.ROOT)))
                .count();
        return known >= 2
                || (known == 1 && cells.size() == 1 && !cells.getFirst().equalsIgnoreCase("host"));
    }

    private List<String> header(List<String> cells, int line) {
        var header = new ArrayList<String>();
        for (var cell : cells) {
            var column = COLUMNS.get(cell.toLowerCase(Locale.ROOT));
            if (column == null) {
                collected.problem(line, cell, COLUMN_ODD, Shown.of(cell));
            }
            header.add(column == null ? "" : column);
        }
        return header;
    }

    private void row(int line, List<String> header, List<String> cells) {
        var values = new HashMap<String, String>();
        for (var i = 0; i < Math.min(header.size(), cells.size()); i++) {
            if (!header.get(i).isEmpty() && !cells.get(i).isEmpty()) {
                values.put(header.get(i), cells.get(i));
            }
        }
        var name = values.getOrDefault("name", "");
        var address = values.getOrDefault("address", name);
        if (address.isEmpty()) {
            collected.problem(line, "", ADDRESS_MISSING);
            return;
        }
        var target = target(line, address);
        var port = port(line, values.getOrDefault("port", ""));
        var os = os(line, values.getOrDefault("os", ""));
        var roles = roles(line, values.getOrDefault("roles", ""));
        if (target.isEmpty() || port.isEmpty() || os.isEmpty() || roles.isEmpty()) {
            return;
        }
        var user = values.getOrDefault("user", target.get().user());
        var key = values.getOrDefault("key", "");
        var where = values.containsKey("port") ? port.get() : target.get().port();
        collected.add(line, name, new Target(user, target.get().address(), where, key), os.get(), roles.get());
    }

    private void line(int number, String line, List<String> cells) {
        if (SSH.matcher(line).find()) {
            SshLine.read(line)
                    .ifPresentOrElse(
                            target -> collected.add(number, "", target, Os.LINUX, EnumSet.of(Role.WORKER)),
                            () -> collected.problem(number, line, ADDRESS_MISSING));
            return;
        }
        // lin1 10.0.0.11 etcd,worker: the comma is one of the roles', not of the line's
        var words = List.of(BLANKS.split(line, -1));
        if (words.size() > 1 && isName(words.get(0)) && AddressShape.numeric(bare(words.get(1)))) {
            named(number, words.get(0), words.get(1), words.subList(2, words.size()));
        } else if (cells.size() > 1 && isName(cells.get(0)) && AddressShape.numeric(bare(cells.get(1)))) {
            named(number, cells.get(0), cells.get(1), cells.subList(2, cells.size()));
        } else if (cells.size() > 1 && AddressShape.numeric(cells.get(0)) && isName(cells.get(1))) {
            named(number, cells.get(1), cells.get(0), List.of());
        } else {
            cells.stream()
                    .flatMap(cell -> Stream.of(BLANKS.split(cell, -1)))
                    .filter(word -> !word.isEmpty())
                    .forEach(word -> words(number, word));
        }
    }

    /// `lin1, 10.0.0.11, 2222, ops, etcd+worker`: what each cell is shows in itself.
    private void named(int line, String name, String address, List<String> rest) {
        var port = "";
        var user = "";
        var system = "";
        var roles = "";
        for (var cell : rest) {
            var lower = cell.toLowerCase(Locale.ROOT);
            if (DIGITS.matcher(cell).matches()) {
                port = cell;
            } else if (lower.equals("linux") || lower.equals("windows")) {
                system = lower;
            } else if (lower.matches("(?:etcd|controlplane|worker)(?:[+ /|,](?:etcd|controlplane|worker))*")) {
                roles = roles + " " + lower;
            } else if (!cell.isEmpty()) {
                user = cell;
            }
        }
        var header = List.of("name", "address", "port", "user", "os", "roles");
        row(line, header, List.of(name, address, port, user, system, roles.strip()));
    }

    private void words(int line, String word) {
        if (!Ranges.in(word)) {
            target(line, word).ifPresent(target -> collected.add(line, "", target, Os.LINUX, EnumSet.of(Role.WORKER)));
            return;
        }
        var all = Ranges.expanded(word, Collected.MOST);
        if (all.isEmpty()) {
            collected.problem(line, word, RANGE_ODD, Shown.of(word));
            return;
        }
        for (var one : all.get()) {
            if (collected.full()) {
                collected.problem(line, word, TOO_MANY, String.valueOf(Collected.MOST));
                return;
            }
            target(line, one).ifPresent(target -> collected.add(line, "", target, Os.LINUX, EnumSet.of(Role.WORKER)));
        }
    }

    /// `user@host:port`, `ssh://user@host:port/`, `[fd00::1]:22`
    private Optional<Target> target(int line, String word) {
        var rest = word.startsWith("ssh://") ? word.substring("ssh://".length()).replaceAll("/$", "") : word;
        if (rest.contains("://")) {
            return Optional.of(new Target("", rest, 22, ""));
        }
        var at = rest.lastIndexOf('@');
        var user = at < 0 ? "" : rest.substring(0, at).split(":", 2)[0];
        var host = rest.substring(at + 1);
        var colon = host.lastIndexOf(':');
        var bracket = host.lastIndexOf(']');
        var hasPort = colon > bracket && (bracket > 0 || host.indexOf(':') == colon);
        var port = hasPort ? port(line, host.substring(colon + 1)) : Optional.of(22);
        var address = hasPort ? host.substring(0, colon) : host;
        var plain =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        return port.map(number -> new Target(user, plain, number, ""));
    }

    private static String bare(String word) {
        var host = word.substring(word.lastIndexOf('@') + 1);
        return host.indexOf(':') == host.lastIndexOf(':') ? host.split(":", 2)[0] : host;
    }

    private static boolean isName(String cell) {
        return AddressShape.trouble(cell).isEmpty()
                && !AddressShape.numeric(cell)
                && !DIGITS.matcher(cell).matches();
    }

    private Optional<Integer> port(int line, String written) {
        if (written.isEmpty()) {
            return Optional.of(22);
        }
        if (written.matches("[0-9]{1,5}") && Integer.parseInt(written) >= 1 && Integer.parseInt(written) <= 65_535) {
            return Optional.of(Integer.parseInt(written));
        }
        collected.problem(line, written, PORT_ODD, Shown.of(written));
        return Optional.empty();
    }

    private Optional<Os> os(int line, String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "", "linux" -> Optional.of(Os.LINUX);
            case "windows" -> Optional.of(Os.WINDOWS);
            default -> {
                collected.problem(line, written, OS_ODD, Shown.of(written));
                yield Optional.empty();
            }
        };
    }

    private Optional<Set<Role>> roles(int line, String written) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (var word : written.toLowerCase(Locale.ROOT).split("[+ /|,;\\[\\]]+", -1)) {
            switch (word) {
                case "" -> {}
                case "etcd" -> roles.add(Role.ETCD);
                case "controlplane", "control-plane" -> roles.add(Role.CONTROLPLANE);
                case "worker" -> roles.add(Role.WORKER);
                case "all" -> roles.addAll(EnumSet.of(Role.ETCD, Role.CONTROLPLANE, Role.WORKER));
                default -> {
                    collected.problem(line, word, ROLE_ODD, Shown.of(word));
                    return Optional.empty();
                }
            }
        }
        return Optional.of(roles.isEmpty() ? EnumSet.of(Role.WORKER) : roles);
    }

    private static Map<String, String> columns() {
        var columns = new HashMap<String, String>();
        List.of("name", "host", "hostname", "node").forEach(word -> columns.put(word, "name"));
        List.of("address", "ip", "addr", "ipaddress", "ip address").forEach(word -> columns.put(word, "address"));
        List.of("user", "username", "login").forEach(word -> columns.put(word, "user"));
        List.of("key", "identityfile").forEach(word -> columns.put(word, "key"));
        List.of("os", "system").forEach(word -> columns.put(word, "os"));
        List.of("roles", "role").forEach(word -> columns.put(word, "roles"));
        columns.put("port", "port");
        return Map.copyOf(columns);
    }
}

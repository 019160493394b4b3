package dev.muster.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What `iptables-save` says of packets that come in: the chain INPUT of the table filter, and the chains it goes to.
final class IptablesRules {

    private static final Pattern PORTS = Pattern.compile(".* --dports? ([0-9:,]+)\\b.*");
    private static final Pattern PROTOCOL = Pattern.compile(".* -p (tcp|udp)\\b.*");
    private static final Pattern TARGET = Pattern.compile(".* -[jg] (\\S+).*");
    private static final Set<String> CONDITIONS = Set.of("-p", "-s", "-d", "-i", "-m", "!", "-f");
    private static final int DEEPEST = 6;

    private final Map<String, List<String>> chains = new LinkedHashMap<>();
    private final TreeSet<String> open = new TreeSet<>();
    private boolean refuses;

    IptablesRules(List<String> lines) {
        var table = "";
        for (var line : lines) {
            if (line.startsWith("*")) {
                table = line.substring(1).strip();
            } else if (table.equals("filter") && line.startsWith(":INPUT ")) {
                refuses = refuses || Answers.words(line).get(1).equals("DROP");
            } else if (table.equals("filter") && line.startsWith("-A ")) {
                var rule = line.split(" ", 3);
                chains.computeIfAbsent(rule[1], _ -> new ArrayList<>()).add(rule.length < 3 ? "" : " " + rule[2]);
            }
        }
    }

    Firewall firewall() {
        walk("INPUT", true, 0);
        return new Firewall("iptables", refuses, refuses ? List.copyOf(open) : List.of());
    }

    private void walk(String chain, boolean always, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (var rule : chains.getOrDefault(chain, List.of())) {
            var match = TARGET.matcher(rule);
            if (match.matches()) {
                step(rule, match.group(1), always && unconditional(rule), depth);
            }
        }
    }

    private void step(String rule, String target, boolean always, int depth) {
        switch (target) {
            case "ACCEPT" -> accept(rule);
            case "DROP", "REJECT" -> refuses = refuses || always;
            default -> walk(target, always, depth + 1);
        }
    }

    private void accept(String rule) {
        var ports = PORTS.matcher(rule);
        var protocol = PROTOCOL.matcher(rule);
        if (ports.matches() && protocol.matches()) {
            for (var port : ports.group(1).split(",", -1)) {
                open.add(port.replace(':', '-') + "/" + protocol.group(1));
            }
        }
    }

    private static boolean unconditional(String rule) {
        var words = Answers.words(rule);
        return words.stream()
                .takeWhile(word -> !word.equals("-j") && !word.equals("-g"))
                .noneMatch(CONDITIONS::contains);
    }
}

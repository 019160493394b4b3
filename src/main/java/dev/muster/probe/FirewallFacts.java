package dev.muster.probe;

import dev.muster.base.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The host's own firewall, of four kinds. The first that refuses anything is the answer.
final class FirewallFacts {

    private static final Pattern UFW = Pattern.compile("([0-9:,]+)(?:/(tcp|udp))?\\s+ALLOW(?: IN)?\\s.*");
    private static final Pattern NFT_PORTS =
            Pattern.compile(".*\\b(tcp|udp) dport (?:\\{ ([0-9, -]+) \\}|([0-9-]+))(?: .*)? accept.*");
    private static final List<String> TOOLS =
            List.of("firewalld", "ufw", "nft", "iptables-save", "iptables-legacy-save");

    private FirewallFacts() {}

    static Reading<Firewall> of(Answers answers) {
        var quiet = new ArrayList<String>();
        var unasked = new ArrayList<String>();
        for (var tool : TOOLS) {
            if (answers.has(tool)) {
                switch (one(answers, tool)) {
                    case Reading.Known<Firewall>(var firewall)
                    when firewall.active() -> {
                        return Reading.of(firewall);
                    }
                    case Reading.Known<Firewall>(var firewall) -> quiet.add(firewall.tool());
                    case Reading.Unknown<Firewall>(var why) -> unasked.add(why);
                }
            }
        }
        if (!unasked.isEmpty()) {
            return Reading.unknown(unasked.getFirst());
        }
        if (!quiet.isEmpty()) {
            return Reading.of(new Firewall(quiet.getFirst(), false, List.of()));
        }
        return answers.has("wildcard")
                ? Reading.of(new Firewall("none", false, List.of()))
                : Reading.unknown("the host's answer was cut off");
    }

    private static Reading<Firewall> one(Answers answers, String tool) {
        return switch (tool) {
            case "firewalld" -> firewalld(answers);
            case "ufw" -> answers.lines(tool).map(FirewallFacts::ufw);
            case "nft" -> answers.lines(tool).map(FirewallFacts::nftables);
            default -> answers.lines(tool).map(FirewallFacts::iptables);
        };
    }

    /// Status 252: it is installed and doesn't run.
    private static Reading<Firewall> firewalld(Answers answers) {
        if (answers.answer("firewalld") instanceof Answers.Answer.Said(var status, var _) && status == 252) {
            return Reading.of(new Firewall("firewalld", false, List.of()));
        }
        return answers.lines("firewalld").map(FirewalldZones::read);
    }

    private static Firewall ufw(List<String> lines) {
        if (lines.stream().noneMatch(line -> line.strip().equals("Status: active"))) {
            return new Firewall("ufw", false, List.of());
        }
        var open = new LinkedHashSet<String>();
        for (var line : lines) {
            var match = UFW.matcher(line);
            if (match.matches()) {
                for (var ports : match.group(1).split(",", -1)) {
                    add(open, ports, match.group(2));
                }
            }
        }
        return new Firewall("ufw", true, List.copyOf(open));
    }

    private static void add(Set<String> open, String ports, String protocol) {
        var written = ports.replace(':', '-');
        if (protocol == null) {
            open.add(written + "/tcp");
            open.add(written + "/udp");
        } else {
            open.add(written + "/" + protocol);
        }
    }

    private static Firewall nftables(List<String> lines) {
        var refuses = lines.stream()
                .anyMatch(line -> (line.contains("hook input") && line.contains("policy drop"))
                        || line.strip().matches("(counter .*)?(drop|reject( with .*)?)"));
        var open = new TreeSet<String>();
        for (var line : lines) {
            var match = NFT_PORTS.matcher(line);
            if (match.matches()) {
                var ports = match.group(2) == null ? match.group(3) : match.group(2);
                for (var port : ports.split(",", -1)) {
                    open.add(port.strip() + "/" + match.group(1));
                }
            }
        }
        return new Firewall("nftables", refuses, refuses ? List.copyOf(open) : List.of());
    }

    private static Firewall iptables(List<String> lines) {
        return new IptablesRules(lines).firewall();
    }
}

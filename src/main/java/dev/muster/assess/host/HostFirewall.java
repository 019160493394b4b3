package dev.muster.assess.host;

import static dev.muster.assess.host.NetworkWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.catalog.PortUse;
import dev.muster.probe.Firewall;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Whether the host's own firewall lets in what its roles need; the missing rules are shown, never set.
final class HostFirewall extends HostCheck {

    HostFirewall() {
        super(
                CheckId.HOST_FIREWALL,
                Severity.SOFT,
                new Topic(FIREWALL, FIREWALL_WHY, FIREWALL_FIX),
                "roles",
                situation -> situation.catalog().ports().ports().getFirst().source());
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withRancher(
                subject,
                question,
                _ -> withFact(subject.facts().firewall(), question, firewall -> judge(firewall, subject, question)));
    }

    private static Finding judge(Firewall firewall, Subject subject, Question question) {
        var needed = subject.catalog().ports().toBeOpen(subject.host().roles(), subject.cluster());
        var wanted = Question.value(needed.stream().map(PortUse::shown).toList());
        if (!firewall.active()) {
            return question.passed(Text.of(FIREWALL_QUIET, firewall.tool()), wanted);
        }
        var named = List.of("firewalld", "ufw").contains(firewall.tool());
        if (firewall.open().isEmpty() && !named) {
            return question.unknown(firewall.tool(), wanted);
        }
        var missing = needed.stream()
                .filter(port -> !OpenPorts.cover(firewall.open(), port))
                .toList();
        if (missing.isEmpty()) {
            return question.passed(Text.of(FIREWALL_OPEN, firewall.tool()), wanted);
        }
        var ports = missing.stream().map(PortUse::shown).toList();
        return question.failed(
                Severity.SOFT,
                Text.of(FIREWALL_LACKS, firewall.tool(), ports),
                wanted,
                Text.of(FIREWALL_FAILS, subject.host().name(), firewall.tool(), ports),
                command(firewall.tool(), missing));
    }

    static String command(String tool, List<PortUse> missing) {
        return switch (tool) {
            case "firewalld" ->
                "sudo firewall-cmd --permanent"
                        + missing.stream()
                                .map(port -> " --add-port=" + port.shown())
                                .collect(Collectors.joining())
                        + " && sudo firewall-cmd --reload";
            case "ufw" -> each(missing, port -> "sudo ufw allow " + port.shown().replace('-', ':'));
            case "nftables" ->
                each(
                        missing,
                        port -> "sudo nft insert rule inet filter input " + port.protocol() + " dport "
                                + range(port, "-") + " accept");
            default ->
                each(
                        missing,
                        port -> "sudo iptables -I INPUT -p " + port.protocol() + " --dport " + range(port, ":")
                                + " -j ACCEPT");
        };
    }

    private static String range(PortUse port, String between) {
        return port.from() == port.to() ? String.valueOf(port.from()) : port.from() + between + port.to();
    }

    private static String each(List<PortUse> ports, Function<PortUse, String> rule) {
        return ports.stream().map(rule).collect(Collectors.joining(" && "));
    }
}

package dev.muster.probe.mesh;

import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.Facts;
import dev.muster.probe.InterfaceAddress;
import dev.muster.probe.Probed;
import dev.muster.probe.Rung;
import dev.muster.setup.Host;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The address at which other nodes will reach a host: the internal one of the setup, the one that it is reached at,
/// or what its agent would choose.
final class NodeAddress {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private NodeAddress() {}

    static Reading<String> of(Probed probed) {
        return switch (probed.facts()) {
            case Reading.Unknown<Facts>(var why) -> Reading.unknown(why);
            case Reading.Known<Facts>(var facts) -> of(probed, facts);
        };
    }

    private static Reading<String> of(Probed probed, Facts facts) {
        var reached = Stream.concat(Stream.of(probed.host().address()), resolved(probed))
                .filter(address -> owns(facts, address) || probed.host().via() == null);
        var agents = facts.sourceToInternet().known().stream();
        var first = facts.addresses().known().orElse(List.of()).stream().map(InterfaceAddress::address);
        return Stream.of(probed.host().internalAddress())
                .filter(address -> IPV4.matcher(address).matches())
                .findFirst()
                .or(() -> Stream.of(reached, agents, first)
                        .flatMap(addresses -> addresses)
                        .filter(NodeAddress::fits)
                        .findFirst())
                .map(Reading::of)
                .orElseGet(() -> Reading.unknown("no IPv4 address: " + shown(probed.host())));
    }

    private static String shown(Host host) {
        return host.internalAddress().isEmpty() ? host.address() : host.internalAddress();
    }

    private static boolean fits(String address) {
        return IPV4.matcher(address).matches() && !address.startsWith("127.") && !address.startsWith("169.254.");
    }

    private static boolean owns(Facts facts, String address) {
        return facts.addresses().known().stream()
                .flatMap(List::stream)
                .anyMatch(own -> own.address().equals(address));
    }

    /// What its name led to.
    private static Stream<String> resolved(Probed probed) {
        return probed.ladder().stream()
                .filter(rung -> rung.name() == Rung.Name.DNS && rung.state() == Rung.State.PASSED)
                .map(Rung::said)
                .map(NodeAddress::literal)
                .flatMap(Optional::stream);
    }

    private static Optional<String> literal(Text said) {
        return said.arguments().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(word -> IPV4.matcher(word).matches())
                .findFirst();
    }
}

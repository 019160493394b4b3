package dev.muster.assess.host;

import dev.muster.base.Text;
import dev.muster.probe.InterfaceAddress;
import dev.muster.probe.Probed;
import dev.muster.probe.Rung;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which addresses a host is given in the setup, and which of them it has.
final class Addresses {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Addresses() {}

    static boolean isLiteral(String address) {
        return IPV4.matcher(address).matches() || IPV6.matcher(address).matches();
    }

    /// The address that the host is reached at: as given, or what its name led to. Empty when nobody says.
    static Optional<String> reachedAt(Subject subject) {
        var given = subject.host().address();
        return isLiteral(given)
                ? Optional.of(given)
                : subject.situation().probed(subject.host().name()).flatMap(Addresses::resolved);
    }

    private static Optional<String> resolved(Probed probed) {
        return probed.ladder().stream()
                .filter(rung -> rung.name() == Rung.Name.DNS && rung.state() == Rung.State.PASSED)
                .flatMap(rung -> literals(rung.said()))
                .findFirst();
    }

    private static Stream<String> literals(Text text) {
        return text.arguments().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(Addresses::isLiteral);
    }

    /// The host's own entry for an address; every 127.x.y.z belongs to the loopback interface.
    static Optional<InterfaceAddress> own(List<InterfaceAddress> addresses, String address) {
        return addresses.stream()
                .filter(own -> same(own.address(), address) || (isLoopback(address) && isLoopback(own.address())))
                .findFirst();
    }

    /// The address that the node will have: the internal one, the one it is reached at, or what the agent
    /// chooses.
    static Optional<InterfaceAddress> node(List<InterfaceAddress> own, Subject subject) {
        return Optional.of(subject.host().internalAddress())
                .filter(internal -> !internal.isEmpty())
                .flatMap(internal -> own(own, internal))
                .or(() -> reachedAt(subject)
                        .filter(address -> !isLoopback(address))
                        .flatMap(address -> own(own, address)))
                .or(() -> subject.facts().sourceToInternet().known().flatMap(address -> own(own, address)));
    }

    static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("::1");
    }

    private static boolean same(String a, String b) {
        return a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT));
    }
}

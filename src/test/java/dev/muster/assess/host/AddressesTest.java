package dev.muster.assess.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.base.Reading;
import dev.muster.probe.InterfaceAddress;
import dev.muster.setup.Host;
import dev.muster.setup.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    private static final List<InterfaceAddress> OWN = List.of(
            new InterfaceAddress("lo", "127.0.0.1", 8, false),
            new InterfaceAddress("eth0", "10.0.0.11", 24, false),
            new InterfaceAddress("eth1", "192.168.7.11", 24, false),
            new InterfaceAddress("eth2", "fd00::A", 64, false));

    @ParameterizedTest
    @CsvSource({"10.0.0.11, eth0", "192.168.7.11, eth1", "fd00::a, eth2", "127.0.0.1, lo", "127.0.1.1, lo", "10.0.0.12,"
    })
    void an_address_is_on_one_of_the_hosts_cards(String address, @Nullable String device) {
        assertThat(Addresses.own(OWN, address).map(InterfaceAddress::device).orElse(null))
                .isEqualTo(device);
    }

    @ParameterizedTest(name = "at {0}, internal {1}, out by {2}: {3}")
    @CsvSource({
        "10.0.0.11, 192.168.7.11, 10.0.0.11,    192.168.7.11",
        // an internal one that the host doesn't have counts for nothing
        "10.0.0.11, 192.168.9.9,  192.168.7.11, 10.0.0.11",
        "10.0.0.11, '',           192.168.7.11, 10.0.0.11",
        // reached by a tunnel, or behind address translation: what the agent chooses
        "127.0.0.1, '',           192.168.7.11, 192.168.7.11",
        "203.0.113.5, '',         192.168.7.11, 192.168.7.11",
        "203.0.113.5, '',         203.0.113.9,"
    })
    void a_nodes_address_is_the_internal_one_then_the_one_it_is_reached_at_then_the_one_it_goes_out_by(
            String at, String internal, String out, @Nullable String node) {
        var plain = Given.host("lin1", 11, Role.WORKER);
        var host = new Host(
                plain.name(),
                at,
                plain.port(),
                plain.os(),
                plain.roles(),
                plain.login(),
                plain.way(),
                plain.via(),
                internal,
                plain.nodeName(),
                plain.labels(),
                plain.taints());
        var facts = Given.healthyLinuxBut();
        facts.sourceToInternet = Reading.of(out);
        var subject = new Subject(host, facts.facts(), Given.situation(Given.setup(plain)));

        assertThat(Addresses.node(OWN, subject).map(InterfaceAddress::address).orElse(null))
                .isEqualTo(node);
    }
}

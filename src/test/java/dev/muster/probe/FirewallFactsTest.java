package dev.muster.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirewallFactsTest {

    private static Printed whole() {
        return Printed.empty().said("wildcard", "", "2");
    }

    private static Reading<Firewall> quiet(String tool) {
        return Reading.of(new Firewall(tool, false, List.of()));
    }

    @Test
    void none_is_said_only_when_the_question_was_put() {
        assertThat(whole().facts().firewall()).isEqualTo(quiet("none"));
        assertThat(Printed.empty().facts().firewall()).isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void firewalld_lets_in_what_its_active_zones_do() {
        var zones = """
            dmz
              target: default
              ports: 9999/tcp

            public (active)
              target: default
              interfaces: eth0
              services: ssh dhcpv6-client
              ports: 6443/tcp 30000-32767/tcp

            """;

        assertThat(whole().said("firewalld", zones).facts().firewall())
                .isEqualTo(Reading.of(
                        new Firewall("firewalld", true, List.of("22/tcp", "30000-32767/tcp", "546/udp", "6443/tcp"))));
        assertThat(whole().said("firewalld", "public (active)\n  target: ACCEPT\n")
                        .facts()
                        .firewall()
                        .map(Firewall::active))
                .isEqualTo(Reading.of(false));
        assertThat(whole().said("firewalld", "", "252").facts().firewall()).isEqualTo(quiet("firewalld"));
        assertThat(whole().said("firewalld", "", "1").facts().firewall())
                .isEqualTo(Reading.unknown("firewalld: exit status 1"));
    }

    @Test
    void ufw_by_its_table() {
        var table = """
            Status: active

            To                         Action      From
            --                         ------      ----
            22/tcp                     ALLOW       Anywhere
            6443                       ALLOW       10.0.0.0/8
            30000:32767/tcp            ALLOW       Anywhere
            80,443/tcp                 ALLOW       Anywhere
            23/tcp                     DENY        Anywhere
            """;

        assertThat(whole().said("ufw", table).facts().firewall())
                .isEqualTo(Reading.of(new Firewall(
                        "ufw",
                        true,
                        List.of("22/tcp", "6443/tcp", "6443/udp", "30000-32767/tcp", "80/tcp", "443/tcp"))));
        assertThat(whole().said("ufw", "Status: inactive\n").facts().firewall()).isEqualTo(quiet("ufw"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
        :INPUT ACCEPT [0:0];                                                                              false
        :INPUT DROP [0:0];                                                                                true
        :INPUT ACCEPT [0:0]|-A INPUT -j REJECT --reject-with icmp-host-prohibited;                        true
        :INPUT ACCEPT [0:0]|-A INPUT -s 10.9.9.9/32 -j DROP;                                              false
        :INPUT ACCEPT [0:0]|-A INPUT -m mark --mark 0x8000/0x8000 -j DROP;                                false
        :INPUT ACCEPT [0:0]|-A INPUT -j RH-Firewall-1-INPUT|-A RH-Firewall-1-INPUT -j REJECT;             true
        :INPUT ACCEPT [0:0]|-A INPUT -i eth1 -j STRICT|-A STRICT -j DROP;                                 false
        # a chain that leads to itself
        :INPUT ACCEPT [0:0]|-A INPUT -j LOOP|-A LOOP -j LOOP;                                             false
        # another table's, and forwarding, refuse nothing that comes in
        :FORWARD DROP [0:0]|-A FORWARD -j DROP;                                                           false
        """)
    void iptables_refuses_when_a_packet_without_a_mark_is_refused(String rules, boolean refuses) {
        var saved = "*filter\n" + rules.replace('|', '\n') + "\n*nat\n:INPUT DROP [0:0]\n";

        assertThat(whole().said("iptables-save", saved).facts().firewall().map(Firewall::active))
                .isEqualTo(Reading.of(refuses));
    }

    @Test
    void iptables_lets_in_by_port() {
        var saved = """
            *filter
            :INPUT DROP [0:0]
            -A INPUT -i lo -j ACCEPT
            -A INPUT -p tcp -m tcp --dport 22 -j ACCEPT
            -A INPUT -p tcp -m multiport --dports 80,443,30000:32767 -j ACCEPT
            -A INPUT -p udp -m udp --dport 8472 -j ACCEPT
            """;

        assertThat(whole().said("iptables-save", saved).facts().firewall().map(Firewall::open))
                .isEqualTo(Reading.of(List.of("22/tcp", "30000-32767/tcp", "443/tcp", "80/tcp", "8472/udp")));
    }

    @Test
    void nftables_by_its_chain_of_what_comes_in() {
        var chain = """
            table inet filter {
            \tchain input {
            \t\ttype filter hook input priority filter; policy drop;
            \t\ttcp dport { 22, 6443 } accept
            \t\tudp dport 8472 counter packets 0 bytes 0 accept
            """;

        assertThat(whole().said("nft", chain).facts().firewall())
                .isEqualTo(Reading.of(new Firewall("nftables", true, List.of("22/tcp", "6443/tcp", "8472/udp"))));
        assertThat(whole().said("nft", "")
                        .said("iptables-save", "*filter\n:INPUT DROP [0:0]\n")
                        .facts()
                        .firewall()
                        .map(Firewall::tool))
                .isEqualTo(Reading.of("iptables"));
    }

    @Test
    void one_that_may_not_be_asked_is_not_one_that_is_off() {
        assertThat(whole().said("ufw", "Status: inactive\n")
                        .said("iptables-save", "", "4")
                        .facts()
                        .firewall())
                .isEqualTo(Reading.unknown("iptables-save: exit status 4"));
    }
}

package dev.muster.assess.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.catalog.Catalog;
import dev.muster.catalog.PortUse;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostFirewallTest {

    private static PortUse port(String shown) {
        return Catalog.shipped().ports().ports().stream()
                .filter(port -> port.shown().equals(shown))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "firewalld, sudo firewall-cmd --permanent --add-port=8472/udp --add-port=30000-32767/tcp"
                + " && sudo firewall-cmd --reload",
        "ufw,       sudo ufw allow 8472/udp && sudo ufw allow 30000:32767/tcp",
        "nftables,  sudo nft insert rule inet filter input udp dport 8472 accept"
                + " && sudo nft insert rule inet filter input tcp dport 30000-32767 accept",
        "iptables,  sudo iptables -I INPUT -p udp --dport 8472 -j ACCEPT"
                + " && sudo iptables -I INPUT -p tcp --dport 30000:32767 -j ACCEPT"
    })
    void each_firewall_is_opened_in_its_own_words(String tool, String command) {
        assertThat(HostFirewall.command(tool, List.of(port("8472/udp"), port("30000-32767/tcp"))))
                .isEqualTo(command);
    }
}

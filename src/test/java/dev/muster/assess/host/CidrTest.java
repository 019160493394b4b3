package dev.muster.assess.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "10.11.12.13/32,   10.11.12.13/32",
        "172.16.31.4/20,   172.16.16.0/20",
        "255.255.255.255/8, 255.0.0.0/8",
        "10.42.0.1/0,      0.0.0.0/0"
    })
    void a_network_begins_with_its_first_address(String written, String shown) {
        assertThat(Cidr.parse(written).orElseThrow().shown()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"256.0.0.0/8", "10.0.0.0/33", "10.0.0.0", "10.0.0/8", "fd00::/8", ".svc"})
    void others_are_none(String written) {
        assertThat(Cidr.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,   10.42.0.0/16, true",
        "10.42.0.0/16, 10.42.0.0/16, true",
        "10.42.0.0/16, 10.0.0.0/8,   false",
        "10.0.0.0/16,  10.1.0.0/16,  false",
        "10.1.0.0/16,  10.0.0.0/16,  false"
    })
    void one_holds_another_that_lies_within_it(String one, String other, boolean holds) {
        assertThat(Cidr.parse(one).orElseThrow().holds(Cidr.parse(other).orElseThrow()))
                .isEqualTo(holds);
    }
}

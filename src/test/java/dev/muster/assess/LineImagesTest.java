package dev.muster.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.Reading;
import dev.muster.catalog.Catalog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineImagesTest {

    private final Catalog catalog = Catalog.shipped();

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(textBlock = """
        v2.1.0, rancher/rancher-agent:v2.1.0-nanoserver-1803, rancher/hyperkube:v1.11.3-nanoserver-1803
        v2.1.6, rancher/rancher-agent:v2.1.6-nanoserver-1803, rancher/hyperkube:v1.11.6-nanoserver-1803
        # its default is 1.13, Windows takes 1.11
        v2.1.7, rancher/rancher-agent:v2.1.7-nanoserver-1803, rancher/hyperkube:v1.11.8-nanoserver-1803
        v2.1.9, rancher/rancher-agent:v2.1.9-nanoserver-1803, rancher/hyperkube:v1.11.9-nanoserver-1803
        """)
    void of_2_1_all_are_of_1803(String version, String agent, String hyperkube) {
        var images = LineImages.of(catalog, version);

        assertThat(images.builds()).containsExactly(17134);
        assertThat(images.of(17134)).contains(agent, hyperkube, "rancher/kubelet-pause:v0.0.1-nanoserver-1803");
    }

    @Test
    void rke2_has_images_of_three_builds() {
        assertThat(LineImages.of(catalog, "v2.15").builds()).containsExactly(17763, 20348, 26100);
    }

    @Test
    void none_and_unknown_are_two_things() {
        assertThat(LineImages.of(catalog, "v2.1.10").images()).isEqualTo(Reading.of(List.of()));
        assertThat(LineImages.of(catalog, "v2.3").images()).isInstanceOf(Reading.Unknown.class);
    }
}

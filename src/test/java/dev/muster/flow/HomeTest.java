package dev.muster.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HomeTest {

    private static final Path USER = Path.of("/home/ops");

    @Test
    void the_environment_names_it_first() {
        assertThat(Home.of(Map.of("MUSTER_HOME", "/srv/muster"), "Linux", USER).folder())
                .isEqualTo(Path.of("/srv/muster"));
    }

    @Test
    void each_platform_has_its_own_data_folder() {
        assertThat(Home.of(Map.of(), "Linux", USER).runs()).isEqualTo(Path.of("/home/ops/.local/share/muster/runs"));
        assertThat(Home.of(Map.of("XDG_DATA_HOME", "/data"), "Linux", USER).trust())
                .isEqualTo(Path.of("/data/muster/trust"));
        assertThat(Home.of(Map.of(), "Mac OS X", USER).folder())
                .isEqualTo(Path.of("/home/ops/Library/Application Support/Muster"));
        assertThat(Home.of(Map.of(), "Windows 11", USER).folder()).isEqualTo(Path.of("/home/ops/AppData/Local/Muster"));
    }

    @Test
    void a_data_folder_that_is_not_absolute_is_ignored_as_xdg_says() {
        assertThat(Home.of(Map.of("XDG_DATA_HOME", "data"), "Linux", USER).folder())
                .isEqualTo(Path.of("/home/ops/.local/share/muster"));
    }
}

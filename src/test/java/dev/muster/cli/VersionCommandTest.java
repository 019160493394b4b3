package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionCommandTest {
    @Test
    void the_build_has_written_its_version() {
        assertThat(VersionCommand.version()).isNotBlank();
    }
}

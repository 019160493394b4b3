package dev.muster.script.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShellcheckTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/scripts/linux");

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.filter(file -> file.toString().endsWith(".sh"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void shellcheck_has_nothing_to_say(Path script) throws IOException, InterruptedException {
        assumeTrue(Shell.isHere("shellcheck"), "shellcheck isn't on this machine");

        var process = new ProcessBuilder("shellcheck", "-s", "sh", script.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void it_is_ASCII_names_itself_first_and_says_what_it_changes_and_its_exit_codes(Path script) throws IOException {
        var bytes = Files.readAllBytes(script);
        var lines = Files.readAllLines(script);

        assertThat(bytes)
                .as("ASCII only")
                .matches(all ->
                        new String(all, StandardCharsets.ISO_8859_1).chars().allMatch(each -> each < 128));
        assertThat(lines.get(0)).isEqualTo("#!/bin/sh");
        assertThat(lines.get(1)).startsWith("# " + script.getFileName() + ": ");
    }
}

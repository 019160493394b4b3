package dev.muster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.assess.CheckId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the README says of the program is so.
class ReadmeTest {
    private static final Pattern ID = Pattern.compile("`([a-z]+\\.[a-z0-9-]+)`");

    @Test
    void it_names_every_check_once_and_no_other() throws IOException {
        var named = section("### Checks", "## Build and test").stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .flatMap(cell -> ID.matcher(cell).results().map(result -> result.group(1)))
                .toList();

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(CheckId.values()).map(CheckId::id).toList());
    }

    @Test
    void what_it_says_to_run_is_there() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));

        assertThat(section("# Muster", "## What no test here can prove").stream()
                        .flatMap(line -> Pattern.compile("mvn .*-P([a-z]+)")
                                .matcher(line)
                                .results())
                        .map((MatchResult result) -> result.group(1)))
                .isNotEmpty()
                .allSatisfy(profile -> assertThat(pom).contains("<id>" + profile + "</id>"));
        assertThat(Path.of(".ci/run")).isExecutable();
        assertThat(Path.of("src/test/lab/lab")).isExecutable();
    }

    private static List<String> section(String from, String to) throws IOException {
        var lines = Files.readAllLines(Path.of("README.md"));
        return lines.subList(lines.indexOf(from), lines.indexOf(to) < 0 ? lines.size() : lines.indexOf(to));
    }
}

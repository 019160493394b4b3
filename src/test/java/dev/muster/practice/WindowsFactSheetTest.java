package dev.muster.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.practice.rancher.PracticeRancher;
import dev.muster.practice.rancher.Release;
import dev.muster.script.Script;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the practice hosts answer to `probe.ps1`. No Windows took part.
final class WindowsFactSheetTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    static List<WindowsPersonality> hosts() {
        return Stream.of(Release.V2_1_6, Release.V2_15_0)
                .flatMap(release -> WindowsPersonality.of(release).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void it_has_the_keys_of_the_script_each_once(WindowsPersonality host) throws IOException {
        List<String> keys;
        try (var rancher = PracticeRancher.start(Release.V2_1_6)) {
            var runs = new WindowsRuns(InstantSource.fixed(NOW));
            keys = new WindowsFactSheet(
                            host,
                            runs,
                            new WindowsNode(runs, host.containers()),
                            new View(new Assigned("probe.ps1", Map.of()), rancher))
                    .text(NOW)
                    .lines()
                    .filter(line -> line.matches("[@!<].*"))
                    .map(line -> line.substring(1).split(" ", 2)[0])
                    .toList();
        }
        var script = Script.of("windows/probe.ps1").text();
        var wanted = Pattern.compile("Keys = @\\(([^)]*)\\)")
                .matcher(script)
                .results()
                .flatMap(list ->
                        Pattern.compile("'([^']+)'").matcher(list.group(1)).results())
                .map(key -> key.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(keys).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(keys)).isEqualTo(wanted);
    }
}

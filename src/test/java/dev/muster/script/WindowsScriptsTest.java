package dev.muster.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The shape of the scripts for Windows. No Windows took part: whether they parse was seen with a grammar (the door
/// sign of `script` says how), and what they do is unproven.
final class WindowsScriptsTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/scripts/windows");
    private static final Pattern ASCII = Pattern.compile("[\\x20-\\x7E\\n]*");

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.filter(file -> !file.endsWith("loader.ps1")).sorted().toList();
        }
    }

    private static String text(Path script) throws IOException {
        return Files.readString(script, StandardCharsets.UTF_8);
    }

    private static String code(Path script) throws IOException {
        return text(script)
                .lines()
                .filter(line -> !line.strip().startsWith("#"))
                .reduce("", (all, line) -> all + line + "\n");
    }

    /// PowerShell 5.1 reads a file without a mark as ANSI.
    @ParameterizedTest
    @MethodSource("scripts")
    void it_is_ASCII_with_a_line_feed_at_the_end(Path script) throws IOException {
        assertThat(ASCII.matcher(text(script)).matches()).isTrue();
        assertThat(text(script)).endsWith("\n");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void its_first_line_names_it_and_its_head_says_what_it_prints_or_how_it_ends(Path script) throws IOException {
        var head = text(script).lines().takeWhile(line -> line.startsWith("#")).toList();

        assertThat(head.getFirst()).startsWith("# " + script.getFileName() + ": ");
        assertThat(String.join(" ", head)).containsPattern("needs |nothing").contains("changes");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void it_stops_at_the_first_error_and_shows_no_progress(Path script) throws IOException {
        assertThat(code(script))
                .startsWith("Set-StrictMode -Version 2.0\n$ErrorActionPreference = 'Stop'\n"
                        + "$ProgressPreference = 'SilentlyContinue'\n");
    }

    /// What comes as a value must never be read as code, and nothing may wait for somebody who isn't there.
    @ParameterizedTest
    @MethodSource("scripts")
    void it_uses_nothing_that_runs_text_waits_for_a_person_or_is_newer_than_5_1(Path script) throws IOException {
        assertThat(code(script))
                .doesNotContainIgnoringCase("Invoke-Expression")
                .doesNotContainPattern("(?i)\\biex\\b")
                .doesNotContainIgnoringCase("Read-Host")
                .doesNotContainIgnoringCase("-Parallel")
                .doesNotContain("Write-Host")
                .doesNotContain("&&")
                .doesNotContain("??")
                .doesNotContain("?.");
    }

    /// A script block is made of two texts only: a script's file in the job's folder, and another script of ours.
    @ParameterizedTest
    @MethodSource("scripts")
    void it_makes_code_of_our_own_scripts_only(Path script) throws IOException {
        assertThat(Pattern.compile("\\[ScriptBlock\\]::Create\\(([^)]*)\\)")
                        .matcher(code(script))
                        .results()
                        .map(found -> found.group(1)))
                .allMatch(what -> what.equals("$LOOK")
                        || what.startsWith("[IO.File]::ReadAllText(")
                        || what.equals("' +\n        \"[IO.File]::ReadAllText('$run'"));
    }

    /// The job's own process ends by itself; all others tell the loader how they ended.
    @ParameterizedTest
    @MethodSource("scripts")
    void its_last_line_is_the_only_one_that_ends_it(Path script) throws IOException {
        var lines = text(script).lines().toList();
        if (script.endsWith("job-run.ps1")) {
            assertThat(lines.getLast()).isEqualTo("main");
        } else {
            assertThat(lines.getLast()).matches("Exit-Muster (0|\\$status)");
            assertThat(lines.stream().filter(line -> line.startsWith("Exit-Muster")))
                    .hasSize(1);
            assertThat(code(script)).doesNotContainPattern("(?m)^\\s*exit\\b");
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void its_lines_are_no_longer_than_those_of_the_rest(Path script) throws IOException {
        assertThat(text(script).lines().filter(line -> line.length() > 130)).isEmpty();
        assertThat(text(script).length()).isLessThan(30_000);
    }

    /// Windows PowerShell 5.1 takes a file without a mark for ANSI, and knows no `Exit-Muster`.
    @ParameterizedTest
    @MethodSource("scripts")
    void a_saved_one_has_a_mark_and_all_that_it_calls(Path script) throws IOException {
        var saved = new String(
                Script.of("windows/" + script.getFileName())
                        .with("WHERE", "主机's")
                        .alone(),
                StandardCharsets.UTF_8);
        var exit = saved.indexOf("function Exit-Muster([int]$Status = 0) { exit $Status }");

        assertThat(saved).startsWith("\uFEFF# " + script.getFileName()).contains("$WHERE = '主机''s'\n");
        assertThat(exit).as("where Exit-Muster is made").isBetween(1, saved.lastIndexOf("Exit-Muster"));
        assertThat(saved.lines().filter(line -> line.equals("Set-StrictMode -Version 2.0")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux/kernel-modules.sh", "linux/sysctl.sh"})
    void a_saved_one_for_Linux_is_what_runs(String file) {
        var script = Script.of(file).with("MODULES", "主机");

        assertThat(script.alone()).asString(StandardCharsets.UTF_8).isEqualTo(script.text());
    }
}

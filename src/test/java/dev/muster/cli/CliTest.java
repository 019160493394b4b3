package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.text.Language;
import dev.muster.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CliTest {

    @TempDir
    private Path folder = Path.of("");

    private Terminal terminal = new Terminal(folder);

    @BeforeEach
    void start() {
        terminal = new Terminal(folder.resolve("home"));
    }

    @Test
    void a_command_that_is_not_built_does_not_exist() {
        assertThat(terminal.run("scale", "x.yaml", "--lang", "en")).isEqualTo(2);
        assertThat(terminal.err()).contains("scale").contains("see: muster --help");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void without_a_display_it_says_so_and_how_to_go_on() {
        assertThat(terminal.run("--lang", "en")).isEqualTo(2);
        assertThat(terminal.err()).contains("no display", "muster practice");
    }

    @Test
    void with_json_a_problem_is_one_document_on_standard_output() {
        var file = folder.resolve("missing.muster.yaml").toString();

        assertThat(terminal.run("check", file, "--json")).isEqualTo(2);
        assertThat(terminal.json().path("exit").asInt()).isEqualTo(2);
        assertThat(terminal.json().path("problems").path(0).path("file").asString())
                .isEqualTo(file);
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void run_without_a_terminal_wants_yes_before_it_reads_anything() {
        assertThat(terminal.run("run", "missing.yaml", "--lang", "en")).isEqualTo(2);
        assertThat(terminal.err()).contains("add --yes").doesNotContain("missing.yaml");
    }

    @Test
    void the_last_line_of_a_run_that_never_began_says_why() {
        assertThat(terminal.run("run", "missing.yaml", "--yes", "--json")).isEqualTo(2);

        var last = terminal.jsonLines().getLast();
        assertThat(last.path("type").asString()).isEqualTo("end");
        assertThat(last.path("exit").asInt()).isEqualTo(2);
        assertThat(last.path("problems").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void every_command_and_option_has_help_in_both_languages(String language) {
        var terms = new Terms(
                Console.ofProcess(),
                new Texts(Language.of(Locale.forLanguageTag(language))),
                Map.of(),
                folder,
                Terminal.NOWHERE);
        var silent = new ArrayList<String>();
        for (var command : Cli.commands(terms, false).getSubcommands().values()) {
            var spec = command.getCommandSpec();
            if (spec.usageMessage().description().length == 0) {
                silent.add(spec.qualifiedName());
            }
            spec.options().stream()
                    .filter(option -> !option.hidden() && option.description().length == 0)
                    .forEach(option -> silent.add(spec.qualifiedName() + " " + option.longestName()));
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void both_languages_of_the_help_have_the_same_keys() {
        assertThat(HelpTexts.of(Language.EN).keySet())
                .isEqualTo(HelpTexts.of(Language.ZH).keySet());
    }

    @ParameterizedTest(name = "muster {0}: {1}")
    @CsvSource(textBlock = """
        version,                         0
        matrix,                          0
        matrix --host 2025,              0
        matrix --host nonsense,          2
        support,                         0
        support --rancher v2.1.6,        0
        support --rancher v9,            2
        schema,                          0
        runs,                            0
        trust,                           0
        trust --forget nobody,           2
        log last,                        2
        resume last,                     2
        help,                            0
        help exit-codes,                 0
        help setup-file,                 0
        help nonsense,                   2
        check,                           2
        version --nonsense,              2
        """)
    void what_needs_no_host_ends_as_the_reference_says(String arguments, int exit) {
        assertThat(terminal.run(arguments.split(" "))).as(terminal.err()).isEqualTo(exit);
    }

    @Test
    void the_example_of_the_help_is_a_setup_file_that_can_be_read() throws IOException {
        terminal.run("help", "setup-file", "--lang", "en");
        var example = terminal.out()
                .lines()
                .filter(line -> line.startsWith("  "))
                .map(line -> line.substring(2))
                .reduce("", (text, line) -> text + line + "\n");
        var file = Files.writeString(
                folder.resolve("example.muster.yaml"), example.replace("~/.ssh/id_ed25519", key().toString()));

        assertThat(terminal.run("check", file.toString(), "--json")).isEqualTo(2);
        // it gets as far as asking for the secret, which isn't set here
        assertThat(terminal.out()).contains("REGISTRATION");
    }

    private Path key() throws IOException {
        var key = folder.resolve("id_ed25519");
        Files.writeString(key, "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        return key;
    }
}

package dev.muster.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The one place that quotes for sh.
final class PosixTest {

    private static final List<String> HOSTILE = List.of(
            "'",
            "''",
            "'\\''",
            "\"",
            "\\",
            "\\\\",
            "$(touch /tmp/muster-was-here)",
            "`id`",
            "${HOME}",
            "$'\\n'",
            "\n",
            "\r\n",
            "\t",
            " ",
            "*",
            "?",
            "[a-z]",
            "~",
            "!",
            "!!",
            "#",
            ";",
            "&&",
            "|",
            ">",
            "<",
            "(",
            ")",
            "{",
            "}",
            "-n",
            "--",
            "=",
            "\u0001",
            "\u001B[31m",
            "\u007F",
            "ä",
            "中文",
            "\uD83D\uDE00",
            "\u202E",
            "%s",
            "%",
            "EOF",
            "\\c",
            "");

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        plain      | 'plain'
        two words  | 'two words'
        it's       | 'it'\\''s'
        '          | ''\\'''
        $(x)       | '$(x)'
        `x`        | '`x`'
        a\\b       | 'a\\b'
        §§         | ''
        """)
    void a_word_is_quoted_thus(String word, String expected) {
        assertThat(Posix.quote(word)).isEqualTo(expected);
    }

    @Test
    void NUL_is_no_part_of_a_word() {
        assertThatThrownBy(() -> Posix.quote("a\0b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_line_break_is_no_part_of_an_item() {
        assertThatThrownBy(() ->
                        Script.of("x.sh").with("ITEMS", List.of("a", "b\nc")).prologue())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_name_is_upper_case_letters_digits_and_underscores() {
        for (var name : List.of("lower", "1ST", "A-B", "A B", "", "A=B", "A;B")) {
            assertThatThrownBy(() -> Script.of("x.sh").with(name, "v"))
                    .as(name)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_secret_is_a_path_under_the_jobs_own_folder() {
        assertThat(Script.of("x.sh").withSecret("TOKEN", "registration.token").prologue())
                .isEqualTo("TOKEN=\"${MUSTER_SECRETS:?}\"/'registration.token'\n");
    }

    static Stream<List<String>> shells() {
        return Stream.of(List.of("sh"), List.of("dash"), List.of("busybox", "sh"), List.of("bash", "--posix"));
    }

    static LongStream seeds() {
        return new Random(20261123).longs(60);
    }

    /// Every value comes out of a real shell as it went in, byte for byte.
    @ParameterizedTest
    @MethodSource("shells")
    void hostile_values_come_out_of_sh_as_they_went_in(List<String> shell) throws IOException, InterruptedException {
        assumeTrue(isHere(shell.getFirst()), () -> shell.getFirst() + " isn't on this machine");
        for (var seed : seeds().toArray()) {
            var random = new Random(seed);
            var values = Stream.generate(() -> hostile(random)).limit(20).toList();
            var script = values.stream()
                    .map(value -> Posix.assignment(new Parameter.Word("V", value)) + "printf '%s\\0' \"$V\"\n")
                    .collect(Collectors.joining());

            assertThat(printed(shell, script)).as("seed %s", seed).isEqualTo(String.join("\0", values) + "\0");
        }
    }

    private static String hostile(Random random) {
        return random.ints(random.nextInt(12), 0, HOSTILE.size())
                .mapToObj(HOSTILE::get)
                .collect(Collectors.joining(random.nextBoolean() ? "" : "x"));
    }

    private static String printed(List<String> shell, String script) throws IOException, InterruptedException {
        var file = Files.createTempFile("muster", ".sh");
        try {
            Files.writeString(file, script);
            var process = new ProcessBuilder(shell)
                    .redirectInput(file.toFile())
                    .redirectErrorStream(true)
                    .start();
            var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isZero();
            return out;
        } finally {
            Files.delete(file);
        }
    }

    private static boolean isHere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}

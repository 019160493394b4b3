package dev.muster.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The one place that quotes for PowerShell. No PowerShell took part: what a string is there is read back by the
/// rules of its own tokenizer, written down here a second time.
final class PowerShellTest {

    private static final List<String> HOSTILE = List.of(
            "'",
            "''",
            "\u2018",
            "\u2019",
            "\u201A",
            "\u201B",
            "\u201C",
            "\u201D",
            "\"",
            "`",
            "`'",
            "`n",
            "$",
            "$x",
            "$(Remove-Item x)",
            "${env:Path}",
            "@{",
            "@'",
            "'@",
            "@\"\n",
            "\n'@",
            "\r",
            "\n",
            "\r\n",
            "\t",
            " ",
            "#",
            "<#",
            "#>",
            ";",
            "|",
            "&",
            "&&",
            ">",
            "(",
            ")",
            "{",
            "}",
            "%PATH%",
            "^",
            "!",
            "--%",
            "-n",
            "\\",
            "\\'",
            "\u0001",
            "\u001A",
            "\u001B[31m",
            "\u007F",
            "\u0085",
            "\u2028",
            "\u202E",
            "\uFEFF",
            "\uFFFD",
            "\uFFFF",
            "ä",
            "中文",
            "\uD83D\uDE00",
            "a",
            "");

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        plain       | 'plain'
        two words   | 'two words'
        it's        | 'it''s'
        '           | ''''
        it’s        | 'it’’s'
        ‘a’         | '‘‘a’’'
        ‚a‛         | '‚‚a‛‛'
        “a”         | '“a”'
        $(x) `n     | '$(x) `n'
        §§          | ''
        """)
    void a_word_is_quoted_thus(String word, String expected) {
        assertThat(PowerShell.quote(word)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\uD83D", "a\uDE00", "\uDE00\uD83D"})
    void what_UTF_8_or_a_word_cannot_carry_is_refused(String word) {
        assertThatThrownBy(() -> PowerShell.quote(word)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Posix.quote(word)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void items_stand_one_a_line() {
        var script = Script.of("x.ps1").with("ITEMS", List.of("a b", "c'd"));

        assertThat(script.prologue()).isEqualTo("$ITEMS = 'a b\nc''d'\n");
        assertThatThrownBy(
                        () -> Script.of("x.ps1").with("ITEMS", List.of("a\nb")).prologue())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_secret_is_a_path_under_the_jobs_own_folder() {
        assertThat(Script.of("x.ps1")
                        .withSecret("TOKEN_FILE", "registration.token")
                        .prologue())
                .isEqualTo("$TOKEN_FILE = \"$env:MUSTER_SECRETS\\\" + 'registration.token'\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOST", "PID", "INPUT", "ERROR", "HOME"})
    void a_name_that_PowerShell_uses_itself_is_refused(String name) {
        assertThatThrownBy(() -> Script.of("x.ps1").with(name, "v").prologue())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(name);
    }

    @Test
    void the_assignments_stand_below_the_comment_at_the_scripts_head() {
        var text = Script.of("windows/lock.ps1").with("ACT", "look").text();

        assertThat(text).startsWith("# lock.ps1: ");
        assertThat(text.lines().filter(line -> !line.startsWith("#")).findFirst())
                .contains("$ACT = 'look'");
        assertThat(text.replace("$ACT = 'look'\n", ""))
                .isEqualTo(Script.of("windows/lock.ps1").text());
    }

    static LongStream seeds() {
        return new Random(20261123).longs(300);
    }

    /// Many values in one prologue: each comes out as it went in, and no byte of one gets into the next.
    @ParameterizedTest
    @MethodSource("seeds")
    void hostile_values_come_out_of_the_tokenizers_rules_as_they_went_in(long seed) {
        var random = new Random(seed);
        var values = Stream.generate(() -> hostile(random)).limit(20).toList();
        var script = Script.of("x.ps1");
        for (var at = 0; at < values.size(); at++) {
            script = script.with("V" + at, values.get(at));
        }

        var carried = new String(script.prologue().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(read(carried)).as("seed %s", seed).isEqualTo(values);
    }

    private static String hostile(Random random) {
        return random.ints(random.nextInt(12), 0, HOSTILE.size())
                .mapToObj(HOSTILE::get)
                .collect(Collectors.joining(random.nextBoolean() ? "" : "x"));
    }

    /// `$Vn = '…'`, line after line. A string begins with any of the five quotes and ends with any of them that
    /// no other follows; of two in a row the second is meant.
    private static List<String> read(String prologue) {
        var values = new ArrayList<String>();
        var at = 0;
        while (at < prologue.length()) {
            var begin = "$V" + values.size() + " = '";
            assertThat(prologue.startsWith(begin, at))
                    .as("at %s of %s", at, prologue)
                    .isTrue();
            at += begin.length();
            var value = new StringBuilder();
            while (!isQuote(prologue, at) || isQuote(prologue, at + 1)) {
                at += isQuote(prologue, at) ? 1 : 0;
                value.append(prologue.charAt(at++));
            }
            assertThat(prologue.charAt(at + 1)).isEqualTo('\n');
            at += 2;
            values.add(value.toString());
        }
        return values;
    }

    private static boolean isQuote(String text, int at) {
        return at < text.length() && List.of('\'', '‘', '’', '‚', '‛').contains(text.charAt(at));
    }
}

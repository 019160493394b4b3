package dev.muster.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnswersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
        !os missing /etc/os-release;               /etc/os-release: not there
        !os denied /etc/os-release;                /etc/os-release: permission denied
        !os command cat;                           cat: command not found
        !os skipped;                               not asked, because what was asked before didn't answer in time
        <os base64|SUQ9eA==|>;                     os: no answer in time
        <os base64|SUQ9eA==|>143;                  os: no answer in time
        <os base64|SUQ9eA==|>3;                    os: exit status 3
        <os base64|SUQ9e|>0;                       os: the host's answer can't be decoded
        <os hex| 49 4|>0;                          os: the host's answer can't be decoded
        # nothing that isn't a line of the script is taken for one
        @os a b;                                   line 2 of the host's answer can't be read
        @os a<ESC>;                                line 2 of the host's answer can't be read
        !os gone;                                  line 2 of the host's answer can't be read
        os=1;                                      line 2 of the host's answer can't be read
        <os base32|>0;                             line 2 of the host's answer can't be read
        @kernel 1|@kernel 2;                       line 3 of the host's answer can't be read
        @kernel 1;                                 the host wasn't asked for it
        """)
    void what_is_not_known_has_a_reason(String lines, String why) {
        var printed = Printed.empty();
        for (var line : lines.replace("<ESC>", "\u001b").split("\\|")) {
            printed = printed.line(line);
        }

        assertThat(printed.answers().text("os")).isEqualTo(Reading.unknown(why));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
        @os Debian;                  Debian
        <os base64|SUQ9|eA==|>0;     ID=x
        <os hex| 49 44| 3d 78|>0;    ID=x
        <os base64|>0;               ^^
        """)
    void values_come_plain_in_base64_or_in_hexadecimal(String lines, String value) {
        var printed = Printed.empty();
        for (var line : lines.split("\\|")) {
            printed = printed.line(line);
        }

        assertThat(printed.answers().text("os")).isEqualTo(Reading.of(value));
    }

    @Test
    void an_empty_value_is_a_value() {
        assertThat(Printed.empty().line("@time-by ").answers().text("time-by")).isEqualTo(Reading.of(""));
    }

    @Test
    void an_answer_that_was_cut_off_keeps_what_came_whole() {
        var cut = Answers.read("muster-probe 1 17.0\n@kernel 4.4\n<os base64\nSUQ9");

        assertThat(cut.text("kernel")).isEqualTo(Reading.of("4.4"));
        assertThat(cut.text("os")).isEqualTo(Reading.unknown("the host's answer was cut off"));
        assertThat(cut.text("init")).isEqualTo(Reading.unknown("the host's answer was cut off"));
    }

    @Test
    void an_answer_as_long_as_the_script_takes_was_longer() {
        assertThat(Printed.empty().said("os", "x".repeat(262_143)).answers().text("os"))
                .isInstanceOf(Reading.Known.class);
        assertThat(Printed.empty().said("os", "x".repeat(262_144)).answers().text("os"))
                .isEqualTo(Reading.unknown("os: more than 256 KiB"));
    }

    @ParameterizedTest
    @CsvSource({"''", "muster-probe 2 17.0", "Last login: Mon", "muster-probe 1 17;x"})
    void what_is_not_the_scripts_answer_is_no_answer(String first) {
        assertThat(Answers.read(first + "\n@os x\n.\n").text("os"))
                .isEqualTo(Reading.unknown("the host's answer isn't that of its probe script"));
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 300).mapToObj(seed -> 0x5EED_0000L + seed);
    }

    /// Whatever a container, a file or a command says: it comes back byte for byte, and nothing else changes.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_value_can_pass_for_a_line(long seed) {
        var hostile = hostile(new Random(seed));

        var answers = Printed.withoutDocker()
                .said("os", hostile, "0")
                .line("@kernel 4.4")
                .answers();

        assertThat(answers.answer("os"))
                .isInstanceOfSatisfying(
                        Answers.Answer.Said.class,
                        said -> assertThat(said.bytes()).isEqualTo(hostile));
        assertThat(answers.text("kernel")).isEqualTo(Reading.of("4.4"));
    }

    /// Broken anywhere, in any way: it is read without an exception, and no fact is made up.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void broken_answers_are_read_without_an_exception(long seed) {
        var random = new Random(seed);
        var lines = Printed.withDocker("").said("os", hostile(random), "0").lines();
        var text = new StringBuilder(String.join("\n", lines));
        for (var i = 0; i < 1 + random.nextInt(4); i++) {
            var at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setLength(at + 1);
                case 1 -> text.setCharAt(at, (char) random.nextInt(0x250));
                default -> text.insert(at, new String(hostile(random), StandardCharsets.ISO_8859_1));
            }
        }

        var facts = FactsReader.read(Printed.output(text.toString()));

        assertThat(facts.memory()).isInstanceOf(Reading.Unknown.class);
        assertThat(facts.cpus()).isInstanceOf(Reading.Unknown.class);
    }

    private static byte[] hostile(Random random) {
        var pieces = new String[] {
            "\n", "\r", "\0", "\u001b[2J", "\u202e", ".", ">0", "\n>0\n", "\n.\n", "@os x", "\n@memory 1\n",
                    "<os base64\n",
            "!os denied", "é", "主机", "\uD800", "%", "$(reboot)", "`id`", "'", "\"", "\\", "\t", " "
        };
        var text = new StringBuilder();
        for (var i = 0; i < random.nextInt(60); i++) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

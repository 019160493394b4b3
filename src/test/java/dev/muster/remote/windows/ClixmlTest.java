package dev.muster.remote.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What PowerShell says on standard error, as recorded by others; no Windows took part.
final class ClixmlTest {

    private static final String HEAD = "#< CLIXML\r\n";
    private static final String OPEN =
            "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">";

    static Stream<Arguments> said() {
        return Stream.of(
                Arguments.of("nothing", "", ""),
                Arguments.of("plain words", "The command line is too long.\r\n", "The command line is too long.\r\n"),
                Arguments.of(
                        "progress alone",
                        HEAD + OPEN + "<Obj S=\"progress\" RefId=\"0\"><MS><PR N=\"Record\">"
                                + "<AV>Preparing modules for first use.</AV></PR></MS></Obj></Objs>",
                        ""),
                Arguments.of(
                        "an error in pieces",
                        HEAD + OPEN + "<S S=\"Error\">no such file_x000D__x000A_</S>"
                                + "<S S=\"Error\">at line:1 &lt;x&gt; &amp; y_x000D__x000A_</S></Objs>",
                        "no such file\r\nat line:1 <x> & y\r\n"),
                Arguments.of(
                        "any unit",
                        HEAD + OPEN + "<S S=\"Error\">_x001B_[31m _x005F_x000A_ _xD83D__xDE42_ _x4E00_</S></Objs>",
                        "\u001B[31m _x000A_ 🙂 一"),
                Arguments.of(
                        "two heads and native words between",
                        HEAD + "curl: (6) no host\r\n" + HEAD + OPEN + "<S S=\"Error\">a</S></Objs>" + OPEN
                                + "<S S=\"warning\">b</S><S S=\"verbose\">c</S></Objs>",
                        "curl: (6) no host\r\nab"),
                Arguments.of(
                        "cut off in the middle",
                        HEAD + OPEN + "<S S=\"Error\">a</S></Objs>" + OPEN + "<S S=\"Err",
                        "a" + OPEN + "<S S=\"Err"),
                Arguments.of("a number that is none", HEAD + OPEN + "<S S=\"Error\">&#x110000;</S></Objs>", "\uFFFD"));
    }

    @ParameterizedTest(name = "{0}, no Windows took part")
    @MethodSource("said")
    void errors_are_words_again(String name, String said, String expected) {
        assertThat(Clixml.text(said)).as(name.toUpperCase(Locale.ROOT)).isEqualTo(expected);
    }

    @Test
    void a_megabyte_of_openings_takes_no_time_no_windows_took_part() {
        assertThat(Clixml.text("<Objs ".repeat(40_000))).hasSize(240_000);
    }
}

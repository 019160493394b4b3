package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.Problem.Kind;
import dev.muster.base.Text;
import dev.muster.run.RunEnd;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExitTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        '',                                   0
        STEP,                                 1
        INPUT,                                2
        CHECK,                                3
        LOST,                                 5
        TRUST,                                6
        LOCKED,                               7
        # several at once: the first of 2, 6, 7, 3, 5, 1
        STEP LOST,                            5
        LOST CHECK STEP,                      3
        CHECK LOCKED,                         7
        LOCKED TRUST,                         6
        STEP LOST CHECK LOCKED TRUST INPUT,   2
        """)
    void the_weightiest_problem_gives_the_exit_code(String kinds, int code) {
        var problems = Arrays.stream(kinds.split(" "))
                .filter(kind -> !kind.isEmpty())
                .map(kind -> problem(Kind.valueOf(kind)))
                .toList();

        assertThat(Exit.of(problems).code()).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        DONE,       0
        FAILED,     1
        CANCELLED,  4
        LOST,       5
        TRUST,      6
        LOCKED,     7
        """)
    void a_run_gives_the_exit_code_of_its_end(RunEnd end, int code) {
        assertThat(Exit.of(end).code()).isEqualTo(code);
    }

    private static Problem problem(Kind kind) {
        var text = Text.of(CliWords.FOUND);
        return new Problem(kind, Place.NOWHERE, text, text, text);
    }
}

package dev.muster.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.base.Bytes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class RowsTest {

    record Inner(int number, String source) {}

    record Outer(
            String text,
            boolean truth,
            @Nullable LocalDate day,
            Bytes amount,
            JoinKind kind,
            List<Inner> rows,
            Set<Integer> numbers,
            Map<String, List<String>> table) {}

    private static final String WHOLE = """
        text: "1.11"
        truth: true
        day: 2019-01-29
        amount: 512 MiB
        kind: docker_run
        rows: [{number: 1, source: &s here}, {number: 2, source: *s}]
        numbers: [3, 4]
        table: {"1.11": ["17.03"]}
        """;

    @Test
    void a_whole_file_becomes_records() {
        assertThat(read(WHOLE))
                .isEqualTo(new Outer(
                        "1.11",
                        true,
                        LocalDate.of(2019, 1, 29),
                        Bytes.mebi(512),
                        JoinKind.DOCKER_RUN,
                        List.of(new Inner(1, "here"), new Inner(2, "here")),
                        Set.of(3, 4),
                        Map.of("1.11", List.of("17.03"))));
    }

    @Test
    void null_is_for_what_may_be_unknown_only() {
        assertThat(read(WHOLE.replace("2019-01-29", "null")).day()).isNull();
        assertThatThrownBy(() -> read(WHOLE.replace("512 MiB", "null"))).hasMessageContaining("test.amount");
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        truth: true      | truth: maybe     | test.truth
        truth: true      | truth: "true"    | test.truth
        512 MiB          | 512 MB           | test.amount
        docker_run       | docker           | test.kind
        number: 1        | number: one      | test.rows[].number
        number: 1        | nummer: 1        | known are [number, source]
        [3, 4]           | 3                | test.numbers
        text: "1.11"     | text: 1.11       | test.text
        """)
    void what_does_not_fit_is_named(String right, String wrong, String said) {
        assertThatThrownBy(() -> read(WHOLE.replace(right, wrong)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(said);
    }

    @Test
    void a_missing_key_is_named() {
        assertThatThrownBy(() -> read(WHOLE.replace("numbers: [3, 4]\n", "")))
                .hasMessageContaining("test.numbers is missing");
    }

    private static Outer read(String yaml) {
        return Rows.read(new Load(LoadSettings.builder().build()).loadFromString(yaml), Outer.class, "test");
    }
}

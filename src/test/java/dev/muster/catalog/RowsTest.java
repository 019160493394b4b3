package dev.muster.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.base.Bytes;
import dev.muster.base.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;

class RowsTest {

    record Inner(int number, String source) {

        Inner {
            if (number == 13) {
                throw new IllegalArgumentException("13 brings bad luck");
            }
        }
    }

    record Outer(
            String text,
            boolean truth,
            @Nullable LocalDate day,
            Bytes amount,
            JoinKind kind,
            List<Inner> rows,
            Set<Integer> numbers,
            Map<String, List<String>> table,
            @KnownBuild int build,
            Reading<String> maybe) {}

    private static final String WHOLE = """
        text: "1.11"
        truth: true
        day: 2019-01-29
        amount: 512 MiB
        kind: docker_run
        rows: [{number: 1, source: &s HERE}, {number: 2, source: *s}]
        numbers: [3, 4]
        table: {"1.11": ["17.03"]}
        build: 17763
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
                        List.of(new Inner(1, "HERE"), new Inner(2, "HERE")),
                        Set.of(3, 4),
                        Map.of("1.11", List.of("17.03")),
                        17763,
                        Reading.of("")));
    }

    @Test
    void null_is_for_what_may_be_unknown_only() {
        assertThat(read(WHOLE.replace("2019-01-29", "null")).day()).isNull();
        assertThatThrownBy(() -> read(WHOLE.replace("512 MiB", "null"))).hasMessageContaining("test:4 amount");
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        truth: true      | truth: maybe     | test:2 truth: maybe isn't a boolean
        truth: true      | truth: "true"    | test:2 truth
        2019-01-29       | 2019-02-30       | test:3 day: 2019-02-30 isn't a date
        512 MiB          | 512 MB           | test:4 amount
        512 MiB          | -512 MiB         | test:4 amount
        docker_run       | docker           | test:5 kind: docker isn't one of [docker_run, system_agent]
        number: 1        | number: one      | test:6 rows[0].number
        number: 1        | number: -1       | test:6 rows[0].number: -1 is below 0
        number: 1        | nummer: 1        | test:6 rows[0].nummer: isn't known here
        &s HERE          | &s nowhere       | test:6 rows[0].source: "nowhere" names no source
        &s HERE          | &s ''            | test:6 rows[0].source
        [3, 4]           | 3                | test:7 numbers
        text: "1.11"     | text: 1.11       | test:1 text
        build: 17763     | build: 17764     | test:9 build: 17764 isn't a build
        """)
    void what_does_not_fit_is_named(String right, String wrong, String said) {
        assertThatThrownBy(() -> read(WHOLE.replace(right, wrong)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(said);
    }

    @Test
    void a_missing_key_is_named() {
        assertThatThrownBy(() -> read(WHOLE.replace("numbers: [3, 4]\n", ""))).hasMessage("test:1 numbers: is missing");
    }

    @Test
    void unknown_is_a_value_with_its_reason() {
        assertThat(read(WHOLE + "maybe: {unknown: nobody said}\n").maybe()).isEqualTo(Reading.unknown("nobody said"));
        assertThat(read(WHOLE + "maybe: \"3.18\"\n").maybe()).isEqualTo(Reading.of("3.18"));
    }

    @Test
    void a_record_that_refuses_its_values_says_so_with_the_line() {
        assertThatThrownBy(() -> read(WHOLE.replace("number: 1,", "number: 13,")))
                .hasMessage("test:6 rows[0]: 13 brings bad luck");
    }

    @Test
    void a_key_stands_once() {
        assertThatThrownBy(() -> read(WHOLE + "truth: false\n")).hasMessage("test:10 truth: stands here twice");
    }

    private static Outer read(String yaml) {
        var whole = yaml.contains("maybe:") ? yaml : yaml + "maybe: \"\"\n";
        var tree =
                new Compose(LoadSettings.builder().build()).composeString(whole).orElseThrow();
        return new Rows("test", new Vocabulary(Set.of(17763), Set.of("HERE"))).read(tree, Outer.class);
    }
}

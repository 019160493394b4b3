package dev.muster.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.plan.StepId;
import dev.muster.run.LogLine;
import dev.muster.ui.kit.Errands;
import dev.muster.ui.work.LogText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LogModelTest {

    private static final HostName HOST = new HostName("lin1");
    private static final StepId STEP = new StepId("join/lin1");

    /// Lines that are made when they are read, and who read them.
    private static final class Endless implements LogText {
        private final List<Long> read = new ArrayList<>();
        private long lines;

        @Override
        public long lines() {
            return lines;
        }

        @Override
        public List<LogLine> read(long from, int count) {
            read.add(from);
            return LongStream.range(from, Math.min(lines, from + count))
                    .mapToObj(number -> new LogLine(number, Instant.EPOCH, STEP, HOST, text(number)))
                    .toList();
        }

        private static String text(long number) {
            return number == 777 || number == 4100 ? "ERROR: line " + number : "line " + number;
        }
    }

    private final Endless log = new Endless();
    private final LogModel model = new LogModel(Errands.atOnce(), ErrorLines::saysWrong);

    @BeforeEach
    void follow() {
        model.of(_ -> log);
    }

    @Test
    void a_million_lines_are_numbers_until_somebody_looks() {
        log.lines = 1_000_000;
        model.grew();

        assertThat(model.numbers()).hasSize(1_000_000);
        assertThat(log.read).isEmpty();
    }

    @Test
    void a_line_in_sight_brings_its_page_and_no_other() {
        log.lines = 1_000_000;
        model.grew();

        model.line(500_000);

        assertThat(model.line(500_000)).map(LogLine::text).contains("line 500000");
        assertThat(log.read).containsExactly(500_000L / LogModel.PAGE * LogModel.PAGE);
    }

    @Test
    void the_last_page_is_read_anew_when_it_has_grown() {
        log.lines = 10;
        model.grew();
        model.line(9);
        log.lines = 12;
        model.grew();
        model.line(11);

        assertThat(model.line(11)).map(LogLine::text).contains("line 11");
    }

    @Test
    void finding_goes_round_and_round() {
        log.lines = 5000;
        model.grew();
        model.find("ERROR");

        assertThat(model.foundCount()).isEqualTo(2);
        assertThat(model.foundLine()).hasValue(777);
        model.next();
        assertThat(model.foundLine()).hasValue(4100);
        model.next();
        assertThat(model.foundLine()).hasValue(777);
    }

    @Test
    void the_first_error_is_one_key_away() {
        log.lines = 5000;
        model.grew();
        model.firstWrong(() -> {
            throw new AssertionError("there is one");
        });

        assertThat(model.foundLine()).hasValue(777);
    }

    @Test
    void no_error_is_said() {
        log.lines = 700;
        model.grew();
        var said = new ArrayList<String>();
        model.firstWrong(() -> said.add("none"));

        assertThat(said).containsExactly("none");
        assertThat(model.foundLine()).isEmpty();
    }
}

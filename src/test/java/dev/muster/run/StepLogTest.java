package dev.muster.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.base.PrivateFiles;
import dev.muster.base.Redactor;
import dev.muster.base.Secret;
import dev.muster.plan.StepId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepLogTest {

    private static final HostName LIN1 = new HostName("lin1");
    private static final HostName LIN2 = new HostName("lin2");
    private static final StepId JOIN = new StepId("join/lin1");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path path;

    private final Redactor redactor = new Redactor();
    private RunFolder folder;

    @BeforeEach
    void folders() throws IOException {
        folder = new RunFolder(path);
        PrivateFiles.folder(folder.host(LIN1));
        PrivateFiles.folder(folder.host(LIN2));
    }

    private StepLog open(HostName host, int attempt, Instant time) throws IOException {
        return new StepLog(
                folder.log(host, JOIN),
                folder.index(host, JOIN),
                attempt,
                redactor,
                Clock.fixed(time, ZoneOffset.UTC),
                _ -> {});
    }

    private List<String> lines() {
        var view = new LogView(List.of(new LogFile(folder, LIN1, JOIN)));
        return view.read(0, Integer.MAX_VALUE).stream().map(LogLine::text).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void cut_off_anywhere_it_goes_on_from_its_offset_without_loss_or_doubling(long seed) throws IOException {
        redactor.add(Secret.of("opensesame"));
        var random = new Random(seed);
        var text = String.join(
                        "\n",
                        IntStream.range(0, 300)
                                .mapToObj(i -> i + " opensesame äß")
                                .toList()) + "\nlast";
        var output = text.getBytes(UTF_8);
        var done = false;
        while (!done) {
            try (var log = open(LIN1, 1, NOON)) {
                for (var pieces = random.nextInt(5); pieces >= 0 && !done; pieces--) {
                    var from = (int) log.offset();
                    var to = Math.min(output.length, from + 1 + random.nextInt(900));
                    log.take(from, java.util.Arrays.copyOfRange(output, from, to));
                    if (to == output.length) {
                        log.end();
                        done = true;
                    }
                }
            }
            tear(random);
            done &= lines().size() == 301;
        }

        assertThat(lines())
                .isEqualTo(text.replace("opensesame", Secret.DOTS).lines().toList());
    }

    /// What a power cut leaves: the log or its index is shorter than it was, or ends in the middle of a record.
    private void tear(Random random) throws IOException {
        var file = random.nextBoolean() ? folder.log(LIN1, JOIN) : folder.index(LIN1, JOIN);
        if (random.nextInt(3) == 0 && Files.exists(file)) {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(Math.max(0, channel.size() - random.nextInt(60)));
            }
        }
    }

    @Test
    void a_second_attempt_stands_after_the_first_and_has_a_tail_of_its_own() throws IOException {
        for (var attempt = 1; attempt <= 2; attempt++) {
            try (var log = open(LIN1, attempt, NOON)) {
                assertThat(log.offset()).isZero();
                log.take(0, ("a" + attempt + "\nb" + attempt).getBytes(UTF_8));
                log.end();
            }
        }
        var file = new LogFile(folder, LIN1, JOIN);
        file.refresh();

        assertThat(lines()).containsExactly("a1", "b1", "a2", "b2");
        assertThat(file.tail(2, 5)).containsExactly("a2", "b2");
        assertThat(file.tail(1, 1)).containsExactly("b1");
    }

    @Test
    void logs_of_many_hosts_are_merged_in_the_order_in_which_their_lines_came_and_read_by_page() throws IOException {
        for (var second = 0; second < 20; second++) {
            var host = second % 2 == 0 ? LIN1 : LIN2;
            try (var log = open(host, 1, NOON.plusSeconds(second))) {
                log.take(log.offset(), (second + " first\n" + second + " second\n").getBytes(UTF_8));
            }
        }
        var view = new LogView(List.of(new LogFile(folder, LIN1, JOIN), new LogFile(folder, LIN2, JOIN)));

        assertThat(view.lines()).isEqualTo(40);
        assertThat(view.read(7, 3)).extracting(LogLine::text).containsExactly("3 second", "4 first", "4 second");
        assertThat(view.read(7, 3)).extracting(LogLine::number).containsExactly(7L, 8L, 9L);
        assertThat(view.tail(1).getFirst().text()).isEqualTo("19 second");
        assertThat(view.read(40, 5)).isEmpty();
        assertThat(view.refresh()).isFalse();

        try (var log = open(LIN1, 1, NOON.plusSeconds(60))) {
            log.take(log.offset(), "new\n".getBytes(UTF_8));
        }
        assertThat(view.refresh()).isTrue();
        assertThat(view.tail(1)).extracting(LogLine::text).containsExactly("new");
    }

    @Test
    void a_page_of_a_million_lines_is_there_at_once() throws IOException {
        var piece = String.join(
                        "\n",
                        IntStream.range(0, 1000)
                                .mapToObj(i -> "a line of the usual length, number " + i)
                                .toList())
                + "\n";
        try (var log = open(LIN1, 1, NOON)) {
            for (var i = 0; i < 1000; i++) {
                log.take(log.offset(), piece.getBytes(UTF_8));
            }
        }
        var view = new LogView(List.of(new LogFile(folder, LIN1, JOIN)));
        view.read(0, 100);

        var begin = System.nanoTime();
        var page = view.read(765_432, 100);

        assertThat(page.getFirst().text()).endsWith("number 432");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # printed,                        shown
        plain ä 中 🔑,                    plain ä 中 🔑
        '\\u001b[31mred\\u001b[0m',       red
        '\\u001b]0;title\\u0007text',     text
        '10%\\r50%\\r100%',               100%
        '100%\\r',                        100%
        'a\\u0008b\\u0000c',              'a�b�c'
        'abc\\u202edef',                  'abc�def'
        '\\u001b]8;;http://x',            ''
        """)
    void no_line_can_move_the_cursor_or_hide_what_follows(String printed, String shown) {
        var characters = Pattern.compile("\\\\u(....)")
                .matcher(printed.replace("\\r", "\r"))
                .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));

        assertThat(Lines.clean(characters)).isEqualTo(shown);
    }

    @Test
    void a_secret_with_colours_in_its_middle_is_a_secret() throws IOException {
        redactor.add(Secret.of("opensesame"));
        try (var log = open(LIN1, 1, NOON)) {
            log.take(0, "open\u001b[1msesame\n".getBytes(UTF_8));
        }
        assertThat(lines()).isEqualTo(new ArrayList<>(List.of(Secret.DOTS)));
    }
}

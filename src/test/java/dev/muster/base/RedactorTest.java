package dev.muster.base;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class RedactorTest {

    private static final String ALPHABET =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 '\"\\$`;&|<>(){}[]*?!#~%^+-_=/.,:@äß中🔑";

    /// How other programs write a string; each made without our own code.
    private static final Map<String, UnaryOperator<String>> WRITERS = Map.ofEntries(
            Map.entry("plain", secret -> secret),
            Map.entry("single quotes", secret -> "'" + secret.replace("'", "'\\''") + "'"),
            Map.entry("single quotes, doubled", secret -> "'" + secret.replace("'", "''") + "'"),
            Map.entry("double quotes", secret -> "\"" + secret.replaceAll("[\\\\\"$`]", "\\\\$0") + "\""),
            Map.entry("JSON", secret -> new JsonMapper().writeValueAsString(secret)),
            Map.entry("URL form", secret -> URLEncoder.encode(secret, UTF_8)),
            Map.entry("URL path", secret -> URLEncoder.encode(secret, UTF_8).replace("+", "%20")),
            Map.entry("base64", secret -> base64(secret, 0)),
            Map.entry("base64, shifted by 1", secret -> base64(secret, 1)),
            Map.entry("base64, shifted by 2", secret -> base64(secret, 2)),
            Map.entry(
                    "base64 of UTF-16",
                    secret -> Base64.getEncoder().encodeToString(("x '" + secret + "'").getBytes(UTF_16LE))),
            Map.entry("base64 for URLs", secret -> Base64.getUrlEncoder().encodeToString(secret.getBytes(UTF_8))),
            Map.entry("hexadecimal", secret -> HexFormat.of().formatHex(secret.getBytes(UTF_8))));

    private static String base64(String secret, int shift) {
        return Base64.getEncoder().encodeToString(("xyz".substring(0, shift) + secret + "and more").getBytes(UTF_8));
    }

    record Case(String writer, long seed) {}

    static Stream<Case> cases() {
        return WRITERS.keySet().stream()
                .sorted()
                .flatMap(writer -> LongStream.range(0, 40).mapToObj(seed -> new Case(writer, seed)));
    }

    private static String secret(Random random) {
        return random.ints(8 + random.nextInt(60), 0, ALPHABET.codePointCount(0, ALPHABET.length()))
                .map(at -> ALPHABET.codePointAt(ALPHABET.offsetByCodePoints(0, at)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String noise(Random random) {
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(_ -> List.of("ok", "0x1f", "§", "=", " ", "\n").get(random.nextInt(6)))
                .reduce("", String::concat);
    }

    private static List<String> lines(Redactor redactor, byte[] bytes, int chunk) {
        var lines = new ArrayList<String>();
        var stream = redactor.lines(0, (line, _) -> lines.add(new String(line, UTF_8)));
        for (var at = 0; at < bytes.length; at += chunk) {
            stream.take(bytes, at, Math.min(bytes.length, at + chunk));
        }
        stream.end();
        return lines;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void no_form_of_a_secret_comes_through_at_any_chunk_size_and_all_else_does(Case given) {
        var random = new Random(given.seed());
        var secret = secret(random);
        var redactor = new Redactor();
        redactor.add(Secret.of(secret));
        var before = noise(random);
        var after = noise(random);
        var written = WRITERS.get(given.writer()).apply(secret);
        var bytes = (before + "|" + written + "|" + after).getBytes(UTF_8);

        var whole = String.join("\n", lines(redactor, bytes, Integer.MAX_VALUE - 8));

        assertThat(whole).contains(Secret.DOTS).doesNotContain(stem(written));
        assertThat(whole).startsWith(before.stripTrailing().lines().findFirst().orElse(""));
        for (var chunk : new int[] {1, 2, 3, 7, 64, 4096}) {
            assertThat(String.join("\n", lines(redactor, bytes, chunk)))
                    .as("chunks of %s", chunk)
                    .isEqualTo(whole);
        }
        assertThat(redactor.redact(new String(bytes, UTF_8)).stripTrailing()).isEqualTo(whole.stripTrailing());
    }

    /// The middle of what was written: the outermost characters of base64 hold bits of the neighbours too.
    private static String stem(String written) {
        return written.substring(written.length() / 4, written.length() / 4 + Math.min(8, written.length() / 2));
    }

    @Test
    void what_is_no_secret_is_not_touched() {
        var redactor = new Redactor();
        redactor.add(Secret.of("hunter22"));
        redactor.add(Secret.of(""));

        assertThat(redactor.redact("hunter2 hunter 22 HUNTER22 hunte")).isEqualTo("hunter2 hunter 22 HUNTER22 hunte");
        assertThat(new Redactor().redact("hunter22")).isEqualTo("hunter22");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # secrets,       text,                    wanted
        abab,            xababababx,              x•x
        'abcd,bc',       zabcdz abcz,             z•z a•z
        'abcd,cdef',     zabcdefz,                z•z
        'abc,abcdef',    abcdex abcdef abc,       •dex • •
        abcd,            abcdabcd,                ••
        aaaa,            aaaaaaa,                 •
        """)
    void overlapping_secrets_become_one_row_of_dots(String secrets, String text, String wanted) {
        var redactor = new Redactor();
        for (var secret : secrets.split(",")) {
            redactor.add(Secret.of(secret));
        }
        for (var chunk : new int[] {1, 3, 100}) {
            assertThat(lines(redactor, text.getBytes(UTF_8), chunk).getFirst().replace(Secret.DOTS, "•"))
                    .isEqualTo(wanted);
        }
    }

    @Test
    void each_line_of_a_secret_of_several_lines_is_one_and_a_stream_goes_on_at_any_line_without_loss() {
        var redactor = new Redactor();
        redactor.add(Secret.of("first-line-of-it\nsecond-line-of-it\n"));
        var bytes = "a\nfirst-line-of-it\nsecond-line-of-it\nb first-line-of-it\nc\nsecond-line-of".getBytes(UTF_8);
        var whole = lines(redactor, bytes, 5);
        var ends = new ArrayList<Long>();
        var stream = redactor.lines(0, (_, end) -> ends.add(end));
        stream.take(bytes);
        stream.end();

        assertThat(whole).containsExactly("a", Secret.DOTS, "b " + Secret.DOTS, "c", "second-line-of");
        for (var i = 0; i < ends.size(); i++) {
            var rest = new ArrayList<String>();
            var again = redactor.lines(ends.get(i), (line, _) -> rest.add(new String(line, UTF_8)));
            again.take(bytes, ends.get(i).intValue(), bytes.length);
            again.end();
            assertThat(rest).isEqualTo(whole.subList(i + 1, whole.size()));
        }
    }

    @Test
    void a_secret_learnt_while_the_stream_is_open_is_taken_out_from_then_on() {
        var redactor = new Redactor();
        var lines = new ArrayList<String>();
        var stream = redactor.lines(0, (line, _) -> lines.add(new String(line, UTF_8)));
        stream.take("opensesame\n".getBytes(UTF_8));
        redactor.add(Secret.of("opensesame"));
        stream.take("opensesame\n".getBytes(UTF_8));

        assertThat(lines).containsExactly("opensesame", Secret.DOTS);
    }

    @Test
    void a_line_without_an_end_is_cut_and_never_inside_a_secret() {
        var redactor = new Redactor();
        redactor.add(Secret.of("opensesame"));
        var text = "x".repeat(RedactedLines.LONGEST - 3) + "opensesame" + "y".repeat(10);

        var lines = lines(redactor, text.getBytes(UTF_8), 1000);

        assertThat(String.join("", lines))
                .isEqualTo("x".repeat(RedactedLines.LONGEST - 3) + Secret.DOTS + "y".repeat(10));
        assertThat(lines).allMatch(line -> line.length() <= RedactedLines.LONGEST + Secret.DOTS.length());
    }
}

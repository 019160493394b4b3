package dev.muster.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FrameReaderTest {

    private static final String MARK = "mark-0123456789abcdef";

    private static final class Seen implements FrameReader.Parts {
        private final ByteArrayOutputStream noise = new ByteArrayOutputStream();
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private int begun;
        private int status = -1;

        @Override
        public void noise(byte[] bytes, int from, int to) {
            noise.write(bytes, from, to - from);
        }

        @Override
        public void begun() {
            begun++;
        }

        @Override
        public void content(byte[] bytes, int from, int to) {
            assertThat(status).as("nothing comes behind the end").isEqualTo(-1);
            content.write(bytes, from, to - from);
        }

        @Override
        public void ended(int found) {
            status = found;
        }
    }

    private static Seen read(byte[] all, int size) {
        var seen = new Seen();
        var reader = new FrameReader(MARK, seen);
        for (var from = 0; from < all.length; from += size) {
            var piece = Arrays.copyOfRange(all, from, Math.min(all.length, from + size));
            reader.take(piece, piece.length);
        }
        return seen;
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static IntStream sizes() {
        return IntStream.of(1, 2, 3, 5, 7, 21, 22, 23, 64, 10_000);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void noise_content_and_status_are_told_apart_in_pieces_of_any_size(int size) {
        var content = "line\n\nmark-0123456789abcde\n" + MARK + " en\n" + MARK + "\nmore\0\377\r\n";
        var seen = read(
                latin("hello\n" + MARK + " no\n\n" + MARK + " begin\n" + content + "\n" + MARK + " end 42\nbye"), size);

        assertThat(seen.noise.toString(StandardCharsets.ISO_8859_1)).isEqualTo("hello\n" + MARK + " no\n");
        assertThat(seen.begun).isOne();
        assertThat(seen.content.toString(StandardCharsets.ISO_8859_1)).isEqualTo(content);
        assertThat(seen.status).isEqualTo(42);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void an_empty_script_is_empty(int size) {
        var seen = read(latin("\n" + MARK + " begin\n\n" + MARK + " end 0\n"), size);

        assertThat(seen.content.size()).isZero();
        assertThat(seen.status).isZero();
    }

    static LongStream seeds() {
        return new Random(20261123).longs(200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void content_comes_through_byte_by_byte_whatever_it_is(long seed) {
        var random = new Random(seed);
        var content = new byte[random.nextInt(300)];
        for (var at = 0; at < content.length; at++) {
            // mostly what marks are made of, so that beginnings of them are frequent
            content[at] = random.nextInt(3) == 0
                    ? (byte) random.nextInt(256)
                    : latin("\n" + MARK + " end ")[random.nextInt(MARK.length() + 6)];
        }
        var all = new ByteArrayOutputStream();
        all.writeBytes(latin("\n" + MARK + " begin\n"));
        all.writeBytes(content);
        all.writeBytes(latin("\n" + MARK + " end 7\n"));

        var seen = read(all.toByteArray(), 1 + random.nextInt(40));

        assertThat(seen.content.toByteArray()).as("seed %s", seed).isEqualTo(content);
        assertThat(seen.status).isEqualTo(7);
    }

    @Test
    void a_line_is_handed_on_before_the_next_one_comes() {
        var seen = new Seen();
        var reader = new FrameReader(MARK, seen);
        var bytes = latin("\n" + MARK + " begin\nfirst line\n\n");

        reader.take(bytes, bytes.length);

        assertThat(seen.content.toString(StandardCharsets.US_ASCII)).isEqualTo("first line\n");
    }

    @Test
    void an_end_without_a_number_is_a_failure() {
        assertThat(read(latin("\n" + MARK + " begin\n\n" + MARK + " end zero\n"), 100).status)
                .isEqualTo(255);
    }
}

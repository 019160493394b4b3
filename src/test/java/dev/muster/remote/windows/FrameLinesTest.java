package dev.muster.remote.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The frame as our loader would print it; no Windows took part.
final class FrameLinesTest {

    private static final String PRINTED = """
        Welcome to WIN1\r
        mark-7 begin\r
        mark-7 o R3LDvMOfZQo=\r
        noise of a program\r
        mark-7 e ZXJyb3IK\r
        mark-8 o R3LDvMOfZQo=\r
        mark-7 o !!\r
        mark-7 o 5LiA\r
        mark-7 end 3010\r
        mark-7 o R3LDvMOfZQo=\r
        """;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16, 1000})
    void the_frame_is_found_in_pieces_of_any_size_no_windows_took_part(int size) {
        var parts = new Kept();
        var frame = new FrameLines("mark-7", parts);
        var bytes = PRINTED.getBytes(StandardCharsets.US_ASCII);

        for (var at = 0; at < bytes.length; at += size) {
            frame.take(bytes, at, Math.min(bytes.length, at + size));
        }

        assertThat(frame.hasEnded()).isTrue();
        assertThat(parts.all)
                .containsExactly(
                        "noise Welcome to WIN1",
                        "begun",
                        "out Grüße\n",
                        "noise noise of a program",
                        "err error\n",
                        "noise mark-8 o R3LDvMOfZQo=",
                        "noise mark-7 o !!",
                        "out 一",
                        "ended OptionalInt[3010]",
                        "noise mark-7 o R3LDvMOfZQo=");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        # an access violation, as PowerShell prints it and as Windows counts it
        -1073741819, -1073741819
        3221225477,  -1073741819
        0,           0
        16001,       16001
        exit,
        """)
    void a_status_has_32_bits_no_windows_took_part(String printed, Integer expected) {
        var parts = new Kept();

        var line = ("m end " + printed + "\n").getBytes(StandardCharsets.US_ASCII);
        new FrameLines("m", parts).take(line, 0, line.length);

        var status = expected == null ? OptionalInt.empty() : OptionalInt.of(expected);
        assertThat(parts.all).containsExactly("ended " + status);
    }

    @Test
    void a_line_without_end_takes_no_more_than_its_room_no_windows_took_part() {
        var parts = new Kept();
        var frame = new FrameLines("m", parts);
        var piece = new byte[100_000];
        Arrays.fill(piece, (byte) 'x');

        for (var i = 0; i < 100; i++) {
            frame.take(piece, 0, piece.length);
        }

        assertThat(parts.all).allSatisfy(line -> assertThat(line).hasSizeLessThan(70_000));
        assertThat(parts.all).hasSizeGreaterThan(100);
    }

    @Test
    void bytes_that_are_not_text_stay_as_they_are_no_windows_took_part() {
        var got = new ArrayList<byte[]>();
        var line = "m o //4AgA==\n".getBytes(StandardCharsets.US_ASCII);

        new FrameLines("m", new Kept() {
                    @Override
                    public void out(byte[] bytes) {
                        got.add(bytes);
                    }
                })
                .take(line, 0, line.length);

        assertThat(got).containsExactly(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0x80});
    }

    private static class Kept implements FrameLines.Parts {
        private final List<String> all = new ArrayList<>();

        @Override
        public void noise(String line) {
            all.add("noise " + line);
        }

        @Override
        public void begun() {
            all.add("begun");
        }

        @Override
        public void out(byte[] bytes) {
            all.add("out " + new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void err(byte[] bytes) {
            all.add("err " + new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void ended(OptionalInt status) {
            all.add("ended " + status);
        }
    }
}

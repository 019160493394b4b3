package dev.muster.remote.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// What is sent to a Windows host; no Windows took part.
final class EnvelopeTest {

    private static final byte[] NOTHING = {};

    @Test
    void a_script_comes_out_as_it_went_in_no_windows_took_part() throws IOException {
        var text = "# hello.ps1: Grüße, 一\n$NAME = 'it''s'\n";

        var sent = Envelope.of("mark-1", text, NOTHING).variables();

        assertThat(script(sent)).isEqualTo(text);
        assertThat(sent).containsEntry("MUSTER_MARK", "mark-1").containsEntry("MUSTER_INPUT_PARTS", "0");
        assertThat(sent.get("MUSTER_HASH")).matches("[0-9a-f]{64}");
    }

    @Test
    void what_is_too_long_for_a_variable_goes_in_parts_no_windows_took_part() throws IOException {
        var random = new Random(4);
        var text = new StringBuilder();
        for (var i = 0; i < 60_000; i++) {
            text.append((char) ('!' + random.nextInt(90)));
        }
        var input = new byte[100_000];
        random.nextBytes(input);

        var sent = Envelope.of("mark-1", text.toString(), input).variables();

        assertThat(sent.values())
                .allSatisfy(value -> assertThat(value)
                        .hasSizeLessThanOrEqualTo(Envelope.LONGEST_PART)
                        .isNotEmpty()
                        .isASCII());
        assertThat(script(sent)).isEqualTo(text.toString());
        assertThat(bytes(sent, "MUSTER_INPUT_")).isEqualTo(input);
    }

    @Test
    void over_standard_input_it_is_lines_with_an_end_no_windows_took_part() {
        var lines = new String(Envelope.of("mark-1", "exit", new byte[] {1, 2}).lines(), StandardCharsets.US_ASCII);

        assertThat(lines)
                .startsWith("MUSTER_MARK=mark-1\nMUSTER_HASH=")
                .endsWith("\nMUSTER_INPUT_PARTS=1\nMUSTER_INPUT_1=AQI=\n.\n");
    }

    @Test
    void it_prints_none_of_its_values_no_windows_took_part() {
        assertThat(Envelope.of("mark-1", "text", new byte[] {1})).hasToString("Envelope[mark-1]");
    }

    @Test
    void the_loader_fits_into_a_line_of_cmd_no_windows_took_part() {
        assertThat(Loader.text()).isASCII().hasSizeLessThanOrEqualTo(2900);
        assertThat(Loader.COMMAND).hasSizeLessThan(Loader.LONGEST_LINE).isASCII();
        assertThat(Loader.COMMAND).doesNotContain("\"", "'", "$", "&", "%", "|", "<", ">", "^");
    }

    private static String script(Map<String, String> sent) throws IOException {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(bytes(sent, "MUSTER_")))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(Map<String, String> sent, String name) {
        var text = new StringBuilder();
        for (var part = 1; part <= Integer.parseInt(sent.get(name + "PARTS")); part++) {
            text.append(sent.get(name + part));
        }
        return Base64.getDecoder().decode(text.toString());
    }
}

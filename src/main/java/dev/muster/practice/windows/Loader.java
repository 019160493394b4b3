package dev.muster.practice.windows;

import dev.muster.base.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// What Muster's `loader.ps1` does on a host: takes the envelope from its variables or its input, checks it, runs the
/// script in it, and frames what it says.
final class Loader implements Program {

    private static final int DAMAGED = 97;
    private static final int FAILED = 1;
    private static final int LONGEST_LINE = 60_000;

    private final WindowsMachine machine;

    Loader(WindowsMachine machine) {
        this.machine = machine;
    }

    @Override
    public int run(Console console) throws IOException, InterruptedException {
        var sent = console.environment().containsKey("MUSTER_MARK") ? console.environment() : typed(console);
        var voice = new Voice(console, sent.getOrDefault("MUSTER_MARK", ""));
        voice.begin();
        var status = within(sent, voice);
        voice.end(status);
        return status;
    }

    private int within(Map<String, String> sent, Voice voice) throws IOException, InterruptedException {
        var packed = parts(sent, "MUSTER_");
        var hash = Sha256.hex(packed);
        if (!hash.equalsIgnoreCase(sent.getOrDefault("MUSTER_HASH", ""))) {
            voice.complain("the script came damaged: hash " + hash);
            return DAMAGED;
        }
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            var text = new String(unzipped.readAllBytes(), StandardCharsets.UTF_8);
            var script = Prologue.read(text, parts(sent, "MUSTER_INPUT_"));
            if (script.isEmpty()) {
                voice.complain("practice host: this isn't a script of Muster's");
                return FAILED;
            }
            return machine.run(script.get(), voice);
        }
    }

    /// As it comes over SSH: lines `NAME=VALUE` up to one with a full stop.
    private static Map<String, String> typed(Console console) throws IOException {
        var lines = new HashMap<String, String>();
        for (var line = line(console); !line.equals("."); line = line(console)) {
            var at = line.indexOf('=');
            if (at > 0) {
                lines.put(line.substring(0, at), line.substring(at + 1));
            }
        }
        return lines;
    }

    private static String line(Console console) throws IOException {
        var line = new StringBuilder();
        for (var next = console.in().read(); next != '\n'; next = console.in().read()) {
            if (next < 0 || line.length() > LONGEST_LINE) {
                return ".";
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    private static byte[] parts(Map<String, String> sent, String prefix) {
        var count = sent.getOrDefault(prefix + "PARTS", "0");
        var text = new StringBuilder();
        for (var at = 1; count.matches("[0-9]{1,4}") && at <= Integer.parseInt(count); at++) {
            text.append(sent.getOrDefault(prefix + at, ""));
        }
        return Base64.getMimeDecoder().decode(text.toString());
    }
}

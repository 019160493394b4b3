package dev.muster.practice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/// The lines of `probe.sh`, as its header describes them.
final class Sheet {

    private static final int NANOS = 9;
    private final StringBuilder lines;

    Sheet(Instant clock) {
        var nanos = Integer.toString(clock.getNano());
        lines = new StringBuilder(
                "muster-probe 1 " + clock.getEpochSecond() + "." + "0".repeat(NANOS - nanos.length()) + nanos + "\n");
    }

    Sheet value(String key, String value) {
        if (!value.matches("[A-Za-z0-9._:/+,@=%-]*")) {
            return said(key, value);
        }
        return line("@" + key + " " + value);
    }

    Sheet missing(String key, String file) {
        return line("!" + key + " missing " + file);
    }

    Sheet noCommand(String key, String command) {
        return line("!" + key + " command " + command);
    }

    Sheet said(String key, String text) {
        return said(key, 0, text);
    }

    Sheet said(String key, int status, String text) {
        line("<" + key + " base64");
        line(Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        return line(">" + status);
    }

    private Sheet line(String line) {
        lines.append(line).append('\n');
        return this;
    }

    String text() {
        return lines + ".\n";
    }
}

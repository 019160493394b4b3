package dev.muster.practice;

import dev.muster.practice.rancher.PracticeRancher;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What a practice host sees when it is told to look outside: the practice Rancher and Docker's own registry answer,
/// nobody else does.
///
/// @param asked     the script, with what it is to look at
record View(Assigned asked, PracticeRancher rancher) {

    private static final Duration ANSWER = Duration.ofMillis(40);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    void add(Sheet sheet, Instant clock) {
        var server = asked.value("SERVER");
        if (!server.isEmpty()) {
            visit(sheet, "rancher", server, clock);
        }
        asked.value("REGISTRIES")
                .lines()
                .forEach(url -> visit(sheet, "registry:" + url.replaceFirst("^https://", ""), url, clock));
    }

    private void visit(Sheet sheet, String key, String url, Instant clock) {
        var known = url.equals(rancher.url())
                || url.startsWith("https://registry-1.docker.io")
                || url.startsWith("https://mcr.microsoft.com");
        sheet.value("visit-url:" + key, url)
                .said("visit-name:" + key, known ? 0 : 2, known ? "10.20.0.5       STREAM practice\n" : "")
                .value("visit-begun:" + key, seconds(clock));
        if (known) {
            sheet.said("visit:" + key, url.equals(rancher.url()) ? answer(clock) : registry(clock));
        } else {
            sheet.said("visit:" + key, 1, "Name or service not known\n");
        }
        sheet.value("visit-ended:" + key, seconds(clock.plus(ANSWER)));
    }

    private static String seconds(Instant time) {
        return "%d.%09d".formatted(time.getEpochSecond(), time.getNano());
    }

    private String answer(Instant clock) {
        return rancher.chain() + "    Verify return code: 19 (self signed certificate in certificate chain)\n---\n"
                + head(200, clock)
                + "{\"id\":\"cacerts\",\"type\":\"setting\",\"name\":\"cacerts\",\"value\":\""
                + rancher.authority().strip().replace("\n", "\\n") + "\"}\n";
    }

    private static String registry(Instant clock) {
        return "    Verify return code: 0 (ok)\n---\n" + head(401, clock) + "{\"errors\":[]}\n";
    }

    private static String head(int status, Instant clock) {
        return "HTTP/1.0 " + status + " \r\nDate: " + DATE.format(clock) + "\r\nConnection: close\r\n\r\n";
    }
}

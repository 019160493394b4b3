package dev.muster.probe;

import dev.muster.base.Reading;
import dev.muster.probe.Answers.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What hosts were answered over HTTPS: the words of openssl's `s_client` or of curl, with the whole answer in them.
final class VisitFacts {

    private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/[0-9.]{1,3} (\\d{3})\\b.*$");
    private static final Pattern DATE = Pattern.compile("(?mi)^date:\\s*(.{10,60}?)\\s*$");
    private static final Pattern VERIFIED = Pattern.compile("(?m)^\\s*Verify return code: (\\d{1,3}) ");
    private static final Pattern TRUSTED = Pattern.compile("(?m)^muster-trusted (\\d{1,3})\\s*$");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,11})(?:\\.(\\d{9}|%?N)?)?");
    private static final Pattern NOISE =
            Pattern.compile("(?i)(depth=|verify |CONNECTED|---|connect:errno|no peer certificate|[0-9a-f]+:error:).*");
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private VisitFacts() {}

    static Reading<Visit> rancher(Answers answers) {
        return answers.has("visit-url:rancher")
                ? Reading.of(visit(answers, "rancher", true))
                : Reading.unknown("not asked");
    }

    /// @param kind `registry`, `mirror`
    static List<Visit> of(Answers answers, String kind) {
        return answers.startingWith("visit-url:" + kind + ":").stream()
                .map(name -> visit(answers, kind + ":" + name, false))
                .toList();
    }

    private static Visit visit(Answers answers, String key, boolean rancher) {
        var url = Clean.text(answers.text("visit-url:" + key).known().orElse(""));
        return new Visit(url, addresses(answers, key), outcome(answers, key, url, rancher));
    }

    /// `getent ahosts`: a line an address and kind of socket; 2 when there is no such name.
    private static Reading<List<String>> addresses(Answers answers, String key) {
        return switch (answers.answer("visit-name:" + key)) {
            case Answer.NotHad(var why) -> Reading.unknown(why);
            case Answer.Said(var status, var _) when status == 2 -> Reading.of(List.of());
            case Answer.Said(var status, var _) when status != 0 -> Reading.unknown("getent: exit status " + status);
            case Answer.Said said ->
                Reading.of(Answers.split(said.text()).stream()
                        .map(line -> Clean.text(Answers.words(line).getFirst()))
                        .distinct()
                        .toList());
        };
    }

    private static Reading<Visit.Outcome> outcome(Answers answers, String key, String url, boolean rancher) {
        return switch (answers.answer("visit:" + key)) {
            case Answer.NotHad(var why) ->
                why.endsWith(AnswersReader.TOO_LATE) ? Reading.of(new Visit.Silent(why)) : Reading.unknown(why);
            case Answer.Said said -> Reading.of(outcome(said.text(), moments(answers, key), url, rancher));
        };
    }

    /// The host's clock before and after.
    private record Moments(Optional<Instant> before, Optional<Instant> after) {}

    private static Moments moments(Answers answers, String key) {
        return new Moments(moment(answers, "visit-begun:" + key), moment(answers, "visit-ended:" + key));
    }

    private static Optional<Instant> moment(Answers answers, String key) {
        var match = SECONDS.matcher(answers.text(key).known().orElse(""));
        if (!match.matches()) {
            return Optional.empty();
        }
        var fraction = match.group(2);
        var exact = fraction != null && fraction.length() == 9;
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(match.group(1)), exact ? Long.parseLong(fraction) : 0));
    }

    private static Visit.Outcome outcome(String said, Moments moments, String url, boolean rancher) {
        var status = STATUS.matcher(said);
        var code = -1;
        var from = 0;
        // a proxy says that it is connected before the server answers
        while (status.find()) {
            code = Integer.parseInt(status.group(1));
            from = status.start();
        }
        if (code < 0) {
            return new Visit.Silent(complaint(said));
        }
        var before = said.substring(0, from);
        var answer = said.substring(from).replace("\r\n", "\n");
        var authority = rancher ? Authority.of(answer) : Reading.<Authority>unknown("not asked");
        return new Visit.Answered(
                code,
                moments.before()
                        .map(seen -> ChainReader.read(before, host(url), seen, authority))
                        .orElseGet(() -> Reading.unknown("date: no answer")),
                trusted(said),
                clock(answer, moments),
                authority.map(Authority::checksum));
    }

    /// `rancher.example.org` of `https://rancher.example.org:8443`.
    static String host(String url) {
        var bare = url.replaceFirst("^[a-z]+://", "").replaceFirst("/.*", "");
        return bare.startsWith("[") ? bare.replaceFirst("^\\[(.*)].*", "$1") : bare.replaceFirst(":\\d*$", "");
    }

    /// The last line of what a tool said that tells something.
    private static String complaint(String said) {
        return Answers.split(said).stream()
                .filter(line -> !NOISE.matcher(line).matches())
                .reduce((_, last) -> last)
                .or(() -> Answers.split(said).stream()
                        .filter(line -> line.contains(":error:"))
                        .findFirst()
                        .map(line -> line.replaceFirst(
                                ".*?(?:BIO_connect|BIO_lookup_ex|SSL routines):(?:[^:]*lib:[^:]*:\\d+:)?", "")))
                .map(Clean::text)
                .orElse("no answer");
    }

    private static Reading<Boolean> trusted(String said) {
        var verified = VERIFIED.matcher(said);
        if (verified.find()) {
            return Reading.of(verified.group(1).equals("0"));
        }
        var trusted = TRUSTED.matcher(said);
        return trusted.find()
                ? Reading.of(trusted.group(1).equals("0"))
                : Reading.unknown("the tool on the host doesn't say");
    }

    /// The server named its second somewhere between our asking and our having heard all.
    private static Reading<Clock> clock(String answer, Moments moments) {
        var head = answer.contains("\n\n") ? answer.substring(0, answer.indexOf("\n\n")) : answer;
        var date = DATE.matcher(head);
        if (!date.find() || moments.before().isEmpty() || moments.after().isEmpty()) {
            return Reading.unknown("the answer has no date");
        }
        try {
            var theirs = ZonedDateTime.parse(date.group(1), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .plus(HALF_A_SECOND);
            var half = Duration.between(moments.before().get(), moments.after().get())
                    .abs()
                    .dividedBy(2);
            var ours = moments.before().get().plus(half);
            return Reading.of(new Clock(Duration.between(theirs, ours), half.plus(HALF_A_SECOND)));
        } catch (DateTimeParseException _) {
            return Reading.unknown("date: " + Clean.text(date.group(1)));
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

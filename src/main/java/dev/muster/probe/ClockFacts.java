package dev.muster.probe;

import dev.muster.base.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The host's clock, after Cristian's algorithm, and who keeps it.
final class ClockFacts {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,11})(?:\\.(\\d{9}|%?N)?)?");
    private static final Pattern BY_SYSTEMD =
            Pattern.compile("(?:NTP|System clock) synchronized:\\s*(yes|no)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEAP = Pattern.compile("Leap status\\s*:\\s*(.*)");
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private ClockFacts() {}

    /// The host read its clock somewhere between our asking and its first byte; the middle is off by half of that
    /// at most. A `date` without fractions (BusyBox) adds half a second: the middle of the second that it named.
    static Reading<Clock> clock(String written, Instant sent, Duration roundTrip) {
        var match = CLOCK.matcher(written);
        if (!match.matches()) {
            return Reading.unknown("date: " + Clean.text(written));
        }
        var half = roundTrip.dividedBy(2);
        var ours = sent.plus(half);
        var second = Instant.ofEpochSecond(Long.parseLong(match.group(1)));
        var fraction = match.group(2);
        var exact = fraction != null && fraction.length() == 9;
        var theirs = exact ? second.plusNanos(Long.parseLong(fraction)) : second.plus(HALF_A_SECOND);
        return Reading.of(new Clock(Duration.between(ours, theirs), exact ? half : half.plus(HALF_A_SECOND)));
    }

    static Reading<TimeSync> timeSync(Answers answers) {
        return switch (answers.text("time-by")) {
            case Reading.Unknown<String>(var why) -> Reading.unknown(why);
            case Reading.Known<String>(var by) ->
                switch (by) {
                    case "" -> Reading.of(new TimeSync(TimeSync.State.OFF, ""));
                    case "chronyd" -> state(answers.lines("time-says").map(ClockFacts::chrony), by);
                    case "ntpd" -> ntp(answers);
                    default ->
                        answers.has("time-says")
                                ? state(Reading.of(true), "systemd-timesyncd")
                                : bySystemd(answers, "systemd-timesyncd");
                };
        };
    }

    private static Reading<TimeSync> ntp(Answers answers) {
        return switch (answers.lines("time-says")) {
            case Reading.Known<List<String>>(var lines) ->
                state(Reading.of(lines.stream().anyMatch(line -> line.startsWith("*"))), "ntpd");
            case Reading.Unknown<List<String>> _ -> bySystemd(answers, "ntpd");
        };
    }

    private static boolean chrony(List<String> lines) {
        return lines.stream()
                .map(LEAP::matcher)
                .anyMatch(line -> line.matches()
                        && !Set.of("Not synchronised", "")
                                .contains(line.group(1).strip()));
    }

    private static Reading<TimeSync> bySystemd(Answers answers, String by) {
        return switch (answers.text("timedatectl")) {
            case Reading.Unknown<String>(var why) -> Reading.unknown(why);
            case Reading.Known<String>(var said) -> {
                var match = BY_SYSTEMD.matcher(said);
                yield match.find()
                        ? state(Reading.of(match.group(1).equalsIgnoreCase("yes")), by)
                        : Reading.unknown("timedatectl: " + Clean.text(said.strip()));
            }
        };
    }

    private static Reading<TimeSync> state(Reading<Boolean> synchronised, String by) {
        return synchronised.map(yes -> new TimeSync(yes ? TimeSync.State.SYNCHRONISED : TimeSync.State.SYNCING, by));
    }
}

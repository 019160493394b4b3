package dev.muster.probe.mesh;

import dev.muster.base.Reading;
import dev.muster.probe.mesh.PortAnswer.How;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What `mesh-try` printed, by the number of the attempt.
final class TryAnswers {

    private static final Pattern ANSWER = Pattern.compile("(\\d{1,6}) ([\\x20-\\x7E]{1,200})");
    private static final Pattern OPEN = Pattern.compile("open (\\d{1,12})");
    private static final Pattern PINGS = Pattern.compile("pings (\\d{1,6}) (\\d{1,6}) (\\d{1,12})");
    private static final Pattern MTU = Pattern.compile("mtu (\\d{1,5}) (\\d{1,5}) (told|quiet)");

    private final Map<Integer, String> byNumber;
    private final String without;

    private TryAnswers(Map<Integer, String> byNumber, String without) {
        this.byNumber = Map.copyOf(byNumber);
        this.without = without;
    }

    static TryAnswers read(String printed) {
        var lines = printed.lines().toList();
        var answers = new HashMap<Integer, String>();
        for (var line : lines) {
            var match = ANSWER.matcher(line);
            if (match.matches()) {
                answers.putIfAbsent(Integer.valueOf(match.group(1)), match.group(2));
            }
        }
        return new TryAnswers(answers, without(lines));
    }

    private static String without(List<String> lines) {
        return lines.contains("none") ? "neither perl nor python is there" : "it didn't come to it in time";
    }

    static TryAnswers none(String why) {
        return new TryAnswers(Map.of(), why);
    }

    /// @param arrived whether the host that was tried has heard it
    PortAnswer port(int number, boolean arrived) {
        var said = byNumber.get(number);
        if (said == null) {
            return new PortAnswer.NotTried(without);
        }
        var open = OPEN.matcher(said);
        if (open.matches()) {
            return new PortAnswer.Open(micros(open.group(1)));
        }
        return how(said, arrived)
                .<PortAnswer>map(PortAnswer.Closed::new)
                .orElseGet(() -> new PortAnswer.NotTried(said.replaceFirst("^failed ", "")));
    }

    private static Optional<How> how(String said, boolean arrived) {
        return switch (said) {
            case "silent" -> Optional.of(arrived ? How.ONE_WAY : How.SILENT);
            case "refused" -> Optional.of(How.REFUSED);
            case "unreachable" -> Optional.of(How.UNREACHABLE);
            case "prohibited" -> Optional.of(How.PROHIBITED);
            case "mute" -> Optional.of(How.MUTE);
            case "stranger" -> Optional.of(How.STRANGER);
            default -> Optional.empty();
        };
    }

    Reading<Pings> pings(int number) {
        var said = byNumber.getOrDefault(number, without);
        var match = PINGS.matcher(said);
        return match.matches()
                ? Reading.of(new Pings(
                        Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), micros(match.group(3))))
                : Reading.unknown(said);
    }

    Reading<PathMtu> mtu(int number) {
        var said = byNumber.getOrDefault(number, without);
        var match = MTU.matcher(said);
        return match.matches()
                ? Reading.of(new PathMtu(
                        Integer.parseInt(match.group(1)),
                        Integer.parseInt(match.group(2)),
                        match.group(3).equals("told")))
                : Reading.unknown(said);
    }

    private static Duration micros(String written) {
        return Duration.ofNanos(1000 * Long.parseLong(written));
    }
}

package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.base.Text;
import dev.muster.probe.Facts;
import dev.muster.probe.Probed;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Whether the hosts' logs tell the same time of day: each is held against the zone that most of them have.
final class ClockZone extends HostsCheck {

    ClockZone() {
        super(CheckId.CLOCK_ZONE, Severity.INFO, new Topic(ZONE, ZONE_WHY, ZONE_FIX), "", _ -> "GENERAL");
    }

    @Override
    Judge judge(Situation situation) {
        var usual = usual(situation);
        return (subject, question) -> withFact(
                subject.facts().timeZone(), question, zone -> judge(zone, usual.orElse(zone), subject, question));
    }

    private static Finding judge(String zone, String usual, Subject subject, Question question) {
        var wanted = Text.of(ZONE_WANTED, usual);
        return rules(zone).equals(rules(usual))
                ? question.passed(Question.value(zone), wanted)
                : question.failed(
                        Severity.INFO,
                        Question.value(zone),
                        wanted,
                        Text.of(ZONE_FAILS, subject.host().name(), zone, usual),
                        "sudo timedatectl set-timezone " + usual);
    }

    /// The first in the alphabet where two are as frequent.
    private static Optional<String> usual(Situation situation) {
        Map<String, Long> zones = situation.probed().values().stream()
                .map(Probed::facts)
                .flatMap(facts -> facts.known().stream())
                .map(Facts::timeZone)
                .flatMap(zone -> zone.known().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return zones.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /// Two names of one zone have the same rules; a name that Java doesn't know stands for itself.
    private static Object rules(String zone) {
        try {
            return ZoneId.of(zone).getRules();
        } catch (DateTimeException _) {
            return zone;
        }
    }
}

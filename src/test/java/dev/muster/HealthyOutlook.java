package dev.muster;

import dev.muster.base.Reading;
import dev.muster.probe.Chain;
import dev.muster.probe.Clock;
import dev.muster.probe.Outlook;
import dev.muster.probe.Visit;
import java.time.Duration;
import java.util.List;

/// A host that sees Rancher and the registry as it should.
public final class HealthyOutlook {

    private HealthyOutlook() {}

    public static Outlook whole() {
        return of(rancher(Reading.of(answered())));
    }

    public static Outlook of(Visit rancher) {
        return new Outlook(
                Reading.of(rancher),
                List.of(registry(Reading.of(said(401)))),
                List.of(),
                Reading.of(false),
                Reading.of(List.of()));
    }

    public static Visit rancher(Reading<Visit.Outcome> outcome) {
        return new Visit(Given.SERVER, Reading.of(List.of("10.0.0.5")), outcome);
    }

    public static Visit registry(Reading<Visit.Outcome> outcome) {
        return new Visit("https://registry-1.docker.io", Reading.of(List.of("10.0.0.6")), outcome);
    }

    /// Of a registry.
    public static Visit.Outcome said(int status) {
        return new Visit.Answered(
                status,
                Reading.unknown("not asked"),
                Reading.of(true),
                Reading.of(new Clock(Duration.ZERO, Duration.ofMillis(510))),
                Reading.unknown("not asked"));
    }

    /// Of Rancher.
    public static Visit.Outcome answered() {
        return answered(Reading.of(chain()), Duration.ZERO, Duration.ofMillis(510), Given.CHECKSUM);
    }

    public static Visit.Outcome answered(Reading<Chain> chain, Duration ahead, Duration error, String authority) {
        return new Visit.Answered(
                200, chain, Reading.of(false), Reading.of(new Clock(ahead, error)), Reading.of(authority));
    }

    public static Chain chain() {
        var leaf = new Chain.Shown(
                "CN=rancher.example.org",
                "CN=cattle-ca",
                Given.NOW.minus(Duration.ofDays(1)),
                Given.NOW.plus(Duration.ofDays(364)),
                "ab".repeat(32));
        return new Chain(List.of(leaf), true, true, Given.NOW);
    }
}

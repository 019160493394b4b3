package dev.muster.assess.host;

import static dev.muster.assess.host.NetworkWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Situation;
import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.probe.mesh.Pings;
import java.time.Duration;
import java.util.Locale;

/// Whether the servers are near enough to each other for etcd.
final class NetworkLatency extends PingsCheck {

    NetworkLatency() {
        super(
                CheckId.NETWORK_LATENCY,
                new Topic(LATENCY, LATENCY_WHY, LATENCY_FIX),
                situation -> situation.catalog().limits().latency().source());
    }

    @Override
    Text wanted(Situation situation) {
        return Text.of(LATENCY_WANTED, shown(limit(situation)));
    }

    /// In milliseconds, which a network of hosts is measured in: `0.2 ms`.
    static String shown(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }

    private static Duration limit(Situation situation) {
        return situation.catalog().limits().latency().duration();
    }

    @Override
    Passages.Measure<Pings> measure(Subject subject) {
        return new Judged(subject.host().name(), limit(subject.situation()));
    }

    private record Judged(HostName source, Duration limit) implements Passages.Measure<Pings> {

        @Override
        public boolean isKnown(Pings pings) {
            return pings.came() > 0;
        }

        @Override
        public boolean fails(Pings pings) {
            return pings.median().compareTo(limit) > 0;
        }

        @Override
        public Text text(HostName target, Pings pings) {
            return Text.of(LATENCY_FOUND, target, shown(pings.median()));
        }

        @Override
        public Text sentence(HostName target, Pings pings) {
            return Text.of(LATENCY_FAILS, source, target, shown(pings.median()));
        }
    }
}

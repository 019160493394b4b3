package dev.muster.assess.host;

import static dev.muster.assess.host.NetworkWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Situation;
import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.probe.mesh.Pings;

/// Whether packets between the servers are lost. Where none comes back the host may be one that answers no ICMP.
final class NetworkLoss extends PingsCheck {

    private static final int PERCENT = 100;

    NetworkLoss() {
        super(
                CheckId.NETWORK_LOSS,
                new Topic(LOSS, LOSS_WHY, LOSS_FIX),
                situation -> situation.catalog().limits().loss().source());
    }

    @Override
    Text wanted(Situation situation) {
        return Text.of(LOSS_WANTED, situation.catalog().limits().loss().value());
    }

    @Override
    Passages.Measure<Pings> measure(Subject subject) {
        return new Judged(
                subject.host().name(),
                subject.situation().catalog().limits().loss().value());
    }

    private record Judged(HostName source, int limit) implements Passages.Measure<Pings> {

        @Override
        public boolean isKnown(Pings pings) {
            return pings.came() > 0;
        }

        @Override
        public boolean fails(Pings pings) {
            return pings.lost() * PERCENT > pings.sent() * limit;
        }

        @Override
        public Text text(HostName target, Pings pings) {
            return Text.of(LOSS_FOUND, target, pings.lost(), pings.sent());
        }

        @Override
        public Text sentence(HostName target, Pings pings) {
            return Text.of(LOSS_FAILS, source, pings.lost(), pings.sent(), target);
        }
    }
}

package dev.muster.assess.host;

import static dev.muster.assess.host.NetworkWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.mesh.Mesh;
import dev.muster.probe.mesh.PathMtu;
import dev.muster.setup.Os;
import java.util.TreeMap;

/// Whether packets as large as the host's network card sends get to the other hosts in one piece.
final class NetworkMtu extends HostsCheck {

    /// The headers of IPv4 and ICMP
    private static final int HEADERS = 28;

    NetworkMtu() {
        super(
                CheckId.NETWORK_MTU,
                Severity.SOFT,
                new Topic(MTU, MTU_WHY, MTU_FIX),
                "",
                _ -> "RFC 1191, RFC 2923 (black holes); 50 bytes of VXLAN (GENERAL)");
    }

    @Override
    boolean asks(Os os) {
        return true;
    }

    @Override
    Judge judge(Situation situation) {
        return (subject, question) -> Passages.withMesh(subject, question, mesh -> judge(mesh, subject, question));
    }

    private static Finding judge(Mesh mesh, Subject subject, Question question) {
        var measured = new TreeMap<HostName, Reading<PathMtu>>();
        Passages.from(mesh, subject).forEach((target, passage) -> measured.put(target, passage.mtu()));
        return Passages.each(measured, question, Text.of(MTU_WANTED), new Judged(mesh, subject), Text.of(TRIED_NOBODY));
    }

    private record Judged(Mesh mesh, Subject subject) implements Passages.Measure<PathMtu> {

        @Override
        public boolean isKnown(PathMtu mtu) {
            return mtu.isKnown();
        }

        @Override
        public boolean fails(PathMtu mtu) {
            return mtu.largest() < mtu.wanted();
        }

        @Override
        public Text text(HostName target, PathMtu mtu) {
            return fails(mtu)
                    ? Text.of(
                            MTU_FOUND,
                            target,
                            String.valueOf(mtu.largest()),
                            String.valueOf(mtu.wanted()),
                            Text.of(mtu.told() ? MTU_TOLD : MTU_QUIET))
                    : Text.of(MTU_ALL, target);
        }

        @Override
        public Text sentence(HostName target, PathMtu mtu) {
            return Text.of(MTU_FAILS, subject.host().name(), String.valueOf(mtu.largest()), target);
        }

        /// Shows it: the smallest that is lost, as far as it is known.
        @Override
        public String command(HostName target, PathMtu mtu) {
            var address = mesh.addresses().getOrDefault(target, target.value());
            var size = mtu.wanted() - HEADERS;
            return switch (subject.host().os()) {
                case LINUX -> "ping -c 3 -M do -s " + size + " " + address;
                case WINDOWS -> "ping -n 3 -f -l " + size + " " + address;
            };
        }
    }
}

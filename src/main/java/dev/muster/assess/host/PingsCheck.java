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
import dev.muster.probe.mesh.Pings;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import java.util.TreeMap;
import java.util.function.Function;

/// A check on the packets that servers sent each other.
abstract class PingsCheck extends HostsCheck {

    PingsCheck(CheckId id, Topic topic, Function<Situation, String> source) {
        super(id, Severity.SOFT, topic, "", source);
    }

    abstract Text wanted(Situation situation);

    abstract Passages.Measure<Pings> measure(Subject subject);

    @Override
    final boolean asks(Os os) {
        return true;
    }

    @Override
    final Judge judge(Situation situation) {
        return (subject, question) -> {
            if (!subject.host().isServer()) {
                return question.notApplicable(Text.of(PINGS_SERVERS));
            }
            return Passages.withMesh(subject, question, mesh -> judge(mesh, subject, question));
        };
    }

    private Finding judge(Mesh mesh, Subject subject, Question question) {
        var measured = new TreeMap<HostName, Reading<Pings>>();
        Passages.from(mesh, subject).forEach((target, passage) -> {
            if (subject.situation().setup().host(target).filter(Host::isServer).isPresent()) {
                measured.put(target, passage.pings());
            }
        });
        return Passages.each(measured, question, wanted(subject.situation()), measure(subject), Text.of(PINGS_SERVERS));
    }
}

package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.Facts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/// Whether a host's identity is its own: cloned machines share it.
final class Twins extends HostsCheck {

    private static final Set<String> NO_IDENTITY = Set.of("", "uninitialized", "00000000-0000-0000-0000-000000000000");

    private static final int SHOWN = 6;

    private final Function<Facts, Reading<String>> identity;
    private final String command;

    static Twins machineId() {
        return new Twins(
                CheckId.IDENTITY_MACHINE_ID,
                Severity.SOFT,
                new Topic(MACHINE_ID, MACHINE_ID_WHY, MACHINE_ID_FIX),
                "machine-id(5)",
                Facts::machineId,
                "sudo rm -f /etc/machine-id /var/lib/dbus/machine-id && sudo systemd-machine-id-setup && sudo reboot");
    }

    static Twins productUuid() {
        return new Twins(
                CheckId.IDENTITY_PRODUCT_UUID,
                Severity.INFO,
                new Topic(PRODUCT_UUID, PRODUCT_UUID_WHY, PRODUCT_UUID_FIX),
                "kubernetes.io: setup/production-environment/tools/kubeadm/install-kubeadm (product_uuid unique)",
                Facts::productUuid,
                "");
    }

    private Twins(
            CheckId id,
            Severity severity,
            Topic topic,
            String source,
            Function<Facts, Reading<String>> identity,
            String command) {
        super(id, severity, topic, "", _ -> source);
        this.identity = identity;
        this.command = command;
    }

    @Override
    Judge judge(Situation situation) {
        var hosts = Sharing.of(situation, facts -> identity.apply(facts).map(Twins::same));
        return (subject, question) -> withFact(
                identity.apply(subject.facts()),
                question,
                mine -> judge(mine, hosts.by(same(mine)), subject, question));
    }

    private Finding judge(String mine, List<HostName> sharing, Subject subject, Question question) {
        var wanted = Text.of(IDENTITY_WANTED);
        var found = Question.value(mine.isBlank() ? "-" : mine);
        var name = subject.host().name();
        var topic = Text.of(question.topic().name());
        if (NO_IDENTITY.contains(same(mine))) {
            return question.failed(question.severity(), found, wanted, Text.of(IDENTITY_NONE, name, topic), command);
        }
        var twins = sharing.stream()
                .filter(other -> !other.equals(name))
                .limit(SHOWN)
                .toList();
        return twins.isEmpty()
                ? question.passed(found, wanted)
                : question.failed(
                        question.severity(), found, wanted, Text.of(IDENTITY_FAILS, name, topic, twins), command);
    }

    private static String same(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }
}

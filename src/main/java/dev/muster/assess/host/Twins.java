package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.Facts;
import dev.muster.probe.Probed;
import dev.muster.setup.Host;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Whether a host's identity is its own: cloned machines share it.
final class Twins extends HostCheck {

    private static final Set<String> NO_IDENTITY = Set.of("", "uninitialized", "00000000-0000-0000-0000-000000000000");

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
    Finding judge(Subject subject, Question question) {
        return withFact(identity.apply(subject.facts()), question, mine -> {
            var wanted = Text.of(IDENTITY_WANTED);
            var found = Question.value(mine.isBlank() ? "-" : mine);
            var name = subject.host().name();
            if (NO_IDENTITY.contains(same(mine))) {
                return question.failed(
                        question.severity(),
                        found,
                        wanted,
                        Text.of(IDENTITY_NONE, name, Text.of(question.topic().name())),
                        command);
            }
            var twins = twins(subject, mine);
            return twins.isEmpty()
                    ? question.passed(found, wanted)
                    : question.failed(
                            question.severity(),
                            found,
                            wanted,
                            Text.of(
                                    IDENTITY_FAILS,
                                    name,
                                    Text.of(question.topic().name()),
                                    twins),
                            command);
        });
    }

    private List<HostName> twins(Subject subject, String mine) {
        return subject.situation().setup().hosts().stream()
                .map(Host::name)
                .filter(other -> !other.equals(subject.host().name()))
                .filter(other -> of(subject, other)
                        .map(Twins::same)
                        .filter(same(mine)::equals)
                        .isPresent())
                .toList();
    }

    private Optional<String> of(Subject subject, HostName host) {
        return subject.situation()
                .probed(host)
                .map(Probed::facts)
                .flatMap(Reading::known)
                .flatMap(facts -> identity.apply(facts).known());
    }

    private static String same(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }
}

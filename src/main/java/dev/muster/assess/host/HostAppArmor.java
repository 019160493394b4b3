package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.Docker;

/// Whether a kernel that enforces AppArmor's profiles has the tool that loads them. A Docker that runs has coped.
final class HostAppArmor extends HostCheck {

    HostAppArmor() {
        super(
                CheckId.HOST_APPARMOR,
                Severity.SOFT,
                new Topic(APPARMOR, APPARMOR_WHY, APPARMOR_FIX),
                "",
                _ -> "R2D install/quickstart.md (the AppArmor tools have to be there before RKE2)");
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withFact(subject.facts().appArmor(), question, armor -> {
            var wanted = Text.of(APPARMOR_WANTED);
            if (!armor.on()) {
                return question.passed(Text.of(APPARMOR_OFF), wanted);
            }
            if (armor.parser()) {
                return question.passed(Text.of(APPARMOR_WHOLE), wanted);
            }
            return onRunningDocker(subject)
                    ? question.passed(Text.of(APPARMOR_DOCKER), wanted)
                    : question.failed(
                            Severity.SOFT,
                            Text.of(APPARMOR_LACKS),
                            wanted,
                            Text.of(APPARMOR_FAILS, subject.host().name()),
                            "sudo apt-get install -y apparmor || sudo zypper install -y apparmor-parser");
        });
    }

    private static boolean onRunningDocker(Subject subject) {
        return subject.rancher()
                        .known()
                        .filter(rancher -> rancher.cluster().onDocker())
                        .isPresent()
                && subject.facts().docker() instanceof Reading.Known<Docker>(Docker.Running _);
    }
}

package dev.muster.assess.host;

import static dev.muster.assess.host.WindowsWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.ImageAnswer;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.catalog.WindowsSupport;
import dev.muster.probe.WindowsFacts;
import java.util.Locale;
import java.util.Set;

/// Whether it is a server, Core or full. Standard's licence covers two containers under Hyper-V isolation, which is
/// only said, and only where an image of the admin's would need it.
final class WindowsEdition extends WindowsHostCheck {

    private static final Set<String> SERVERS = Set.of("server", "server core");

    WindowsEdition() {
        super(
                CheckId.WINDOWS_EDITION,
                Severity.HARD,
                new Topic(EDITION, EDITION_WHY, EDITION_FIX),
                "MSDOCS system-requirements.md; R2D install/requirements.md (Server Core or full); licence GENERAL");
    }

    @Override
    Finding judge(Subject subject, WindowsFacts windows, Question question) {
        return withFact(windows.version(), question, version -> {
            var found = Question.value(version.edition() + ", " + version.installation());
            var wanted = Text.of(EDITION_WANTED);
            if (!SERVERS.contains(version.installation().toLowerCase(Locale.ROOT))) {
                return question.failed(
                        Severity.HARD,
                        found,
                        wanted,
                        Text.of(EDITION_FAILS, subject.host().name(), version.installation()),
                        "");
            }
            var standard = version.edition().toLowerCase(Locale.ROOT).contains("standard");
            return standard && needsHyperV(version.build(), subject)
                    ? question.failed(
                            Severity.INFO,
                            found,
                            wanted,
                            Text.of(EDITION_LICENCE, subject.host().name()),
                            Text.of(EDITION_LICENCE_FIX),
                            "")
                    : question.passed(found, wanted);
        });
    }

    private static boolean needsHyperV(int build, Subject subject) {
        var onDocker = subject.rancher()
                .known()
                .flatMap(rancher -> rancher.windows().known())
                .flatMap(windows -> windows)
                .map(WindowsSupport::docker)
                .filter(docker -> !docker.isEmpty())
                .isPresent();
        return onDocker
                && subject.situation().images(build).stream().anyMatch(image -> image.answer() == ImageAnswer.HYPERV);
    }
}

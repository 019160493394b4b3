package dev.muster.assess.host;

import static dev.muster.assess.host.WindowsWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.WindowsFacts;
import java.util.ArrayList;

/// Who looks at, or forbids, what the agent writes and starts: scanners of other makers, a policy that lets only
/// known programs run, one that keeps fixed drives from being written. Defender's own look is only said.
final class WindowsAntivirus extends WindowsHostCheck {

    private static final int ENFORCED = 2;
    private static final String EXCLUDE =
            "Add-MpPreference -ExclusionPath C:\\ProgramData\\docker, C:\\var\\lib\\rancher";

    WindowsAntivirus() {
        super(
                CheckId.WINDOWS_ANTIVIRUS,
                Severity.SOFT,
                new Topic(ANTIVIRUS, ANTIVIRUS_WHY, ANTIVIRUS_FIX),
                "rancher/rancher#37665; MS Debug-ContainerHost (BitLocker's policy); exclusions GENERAL");
    }

    @Override
    Finding judge(Subject subject, WindowsFacts windows, Question question) {
        var wanted = Text.of(ANTIVIRUS_WANTED);
        return withFact(windows.antivirus(), question, others -> {
            var found = new ArrayList<>(others);
            if (windows.codeIntegrity() instanceof Reading.Known<Integer>(var level) && level == ENFORCED) {
                found.add("WDAC");
            }
            if (windows.fixedDrivesDenied().equals(Reading.of(true))) {
                found.add("BitLocker FDVDenyWriteAccess");
            }
            if (!found.isEmpty()) {
                return question.failed(
                        Severity.SOFT,
                        Question.value(found),
                        wanted,
                        Text.of(ANTIVIRUS_FAILS, subject.host().name(), found),
                        "");
            }
            return windows.defender() instanceof Reading.Known<WindowsFacts.Defender>(var defender)
                            && defender.realTime()
                    ? question.failed(
                            Severity.INFO,
                            Text.of(ANTIVIRUS_DEFENDER),
                            wanted,
                            Text.of(ANTIVIRUS_DEFENDER_LOOKS, subject.host().name()),
                            EXCLUDE)
                    : question.passed(Question.NONE, wanted);
        });
    }
}

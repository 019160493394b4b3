package dev.muster.assess.host;

import static dev.muster.assess.host.WindowsWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.WindowsFacts;
import java.util.List;

/// Whether a restart is due, which may come in the middle of the join. Files that wait to be renamed alone are only
/// said: printers and scanners leave them there for months.
final class WindowsReboot extends WindowsHostCheck {

    private static final List<String> NOISE = List.of("file-renames");

    WindowsReboot() {
        super(
                CheckId.WINDOWS_REBOOT_PENDING,
                Severity.SOFT,
                new Topic(REBOOT, REBOOT_WHY, REBOOT_FIX),
                "GENERAL: the places where Windows writes down that a restart is due");
    }

    @Override
    Finding judge(Subject subject, WindowsFacts windows, Question question) {
        return withFact(windows.restartPending(), question, pending -> {
            var wanted = Text.of(REBOOT_WANTED);
            return pending.isEmpty()
                    ? question.passed(Question.NONE, wanted)
                    : question.failed(
                            NOISE.containsAll(pending) ? Severity.INFO : Severity.SOFT,
                            Question.value(pending),
                            wanted,
                            Text.of(REBOOT_FAILS, subject.host().name(), pending),
                            "Restart-Computer");
        });
    }
}

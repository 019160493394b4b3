package dev.muster.assess.host;

import static dev.muster.assess.host.WindowsWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.WindowsFacts;

/// Whether Windows is installed on C:, where the agent's scripts and process isolation look for it.
final class WindowsDrive extends WindowsHostCheck {

    private static final String WANTED = "C:";

    WindowsDrive() {
        super(
                CheckId.WINDOWS_DRIVE,
                Severity.HARD,
                new Topic(DRIVE, DRIVE_WHY, DRIVE_FIX),
                "RANCHER package/windows (paths are fixed to C:); MS system-requirements.md");
    }

    @Override
    Finding judge(Subject subject, WindowsFacts windows, Question question) {
        return withFact(
                windows.systemDrive(),
                question,
                found -> found.replace("\\", "").equalsIgnoreCase(WANTED)
                        ? question.passed(Question.value(found), Question.value(WANTED))
                        : question.failed(
                                Severity.HARD,
                                Question.value(found),
                                Question.value(WANTED),
                                Text.of(DRIVE_FAILS, subject.host().name(), found),
                                ""));
    }
}

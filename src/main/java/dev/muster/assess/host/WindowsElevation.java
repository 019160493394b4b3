package dev.muster.assess.host;

import static dev.muster.assess.host.WindowsWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.WindowsFacts;

/// Whether the login has an administrator's full rights.
final class WindowsElevation extends WindowsHostCheck {

    WindowsElevation() {
        super(
                CheckId.WINDOWS_ELEVATION,
                Severity.HARD,
                new Topic(ELEVATION, ELEVATION_WHY, ELEVATION_FIX),
                "RANCHER package/windows/run.ps1; RKE2 install.ps1 (both ask for it)");
    }

    @Override
    Finding judge(Subject subject, WindowsFacts windows, Question question) {
        return withFact(windows.elevated(), question, elevated -> {
            var wanted = Text.of(ELEVATION_WANTED);
            var account = windows.account() instanceof Reading.Known<WindowsFacts.Account>(var some)
                    ? some.name()
                    : subject.host().login().name();
            return elevated
                    ? question.passed(Question.value(account), wanted)
                    : question.failed(
                            Severity.HARD,
                            Question.value(account),
                            wanted,
                            Text.of(ELEVATION_FAILS, subject.host().name(), account),
                            "whoami /groups");
        });
    }
}

package dev.muster.assess.host;

import static dev.muster.assess.host.WindowsWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.WindowsFacts;

/// Whether User Account Control takes a local administrator's rights away when they come over the network. A login
/// that has them anyway (the built-in Administrator, an account of the directory) doesn't mind.
final class WindowsUac extends WindowsHostCheck {

    private static final String COMMAND =
            "New-ItemProperty -Path HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System -Name"
                    + " LocalAccountTokenFilterPolicy -Value 1 -PropertyType DWord -Force";

    WindowsUac() {
        super(
                CheckId.WINDOWS_UAC,
                Severity.HARD,
                new Topic(UAC, UAC_WHY, UAC_FIX),
                "GENERAL: LocalAccountTokenFilterPolicy");
    }

    @Override
    Finding judge(Subject subject, WindowsFacts windows, Question question) {
        var wanted = Text.of(UAC_WANTED);
        if (windows.elevated().equals(Reading.of(true))) {
            return question.passed(Text.of(UAC_RIGHTS), wanted);
        }
        return withFact(
                windows.elevated(),
                question,
                _ -> withFact(
                        windows.remoteAdministratorsFiltered(),
                        question,
                        filtered -> filtered
                                ? question.failed(
                                        Severity.HARD,
                                        Text.of(UAC_FILTERED),
                                        wanted,
                                        Text.of(UAC_FAILS, subject.host().name()),
                                        COMMAND)
                                : question.passed(Text.of(UAC_OPEN), wanted)));
    }
}

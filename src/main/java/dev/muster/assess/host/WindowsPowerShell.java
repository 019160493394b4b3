package dev.muster.assess.host;

import static dev.muster.assess.host.WindowsWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.Version;
import dev.muster.probe.WindowsFacts;
import java.util.Map;
import java.util.Set;

/// Whether PowerShell is new enough, and free enough to run Rancher's scripts: a policy of the directory beats every
/// switch of a command line.
final class WindowsPowerShell extends WindowsHostCheck {

    private static final String OLDEST = "5.0";
    private static final Set<String> OF_THE_DIRECTORY = Set.of("MachinePolicy", "UserPolicy");
    private static final Set<String> FORBIDDING = Set.of("AllSigned", "Restricted");

    WindowsPowerShell() {
        super(
                CheckId.WINDOWS_POWERSHELL,
                Severity.HARD,
                new Topic(POWERSHELL, POWERSHELL_WHY, POWERSHELL_FIX),
                "RANCHER package/windows/run.ps1 (5.0); WINS install.ps1; language mode and policies GENERAL");
    }

    @Override
    Finding judge(Subject subject, WindowsFacts windows, Question question) {
        return withFact(windows.powerShell(), question, version -> {
            var wanted = Text.of(POWERSHELL_WANTED, OLDEST);
            if (Version.of(version).compareTo(Version.of(OLDEST)) < 0) {
                return question.failed(
                        Severity.HARD,
                        Question.value(version),
                        wanted,
                        Text.of(POWERSHELL_OLD, subject.host().name(), version),
                        "");
            }
            return withFact(
                    windows.languageMode(),
                    question,
                    mode -> mode.equals("FullLanguage")
                            ? policies(version, windows.executionPolicies(), subject, question, wanted)
                            : question.failed(
                                    Severity.HARD,
                                    Question.value(mode),
                                    wanted,
                                    Text.of(POWERSHELL_MODE, subject.host().name(), mode),
                                    Text.of(POWERSHELL_MODE_FIX),
                                    "$ExecutionContext.SessionState.LanguageMode"));
        });
    }

    private static Finding policies(
            String version, Reading<Map<String, String>> policies, Subject subject, Question question, Text wanted) {
        return withFact(
                policies,
                question,
                byScope -> byScope.entrySet().stream()
                        .filter(policy ->
                                OF_THE_DIRECTORY.contains(policy.getKey()) && FORBIDDING.contains(policy.getValue()))
                        .findFirst()
                        .map(policy -> question.failed(
                                Severity.HARD,
                                Question.value(policy.getKey() + ": " + policy.getValue()),
                                wanted,
                                Text.of(POWERSHELL_POLICY, subject.host().name(), policy.getKey(), policy.getValue()),
                                Text.of(POWERSHELL_POLICY_FIX),
                                "Get-ExecutionPolicy -List"))
                        .orElseGet(() -> question.passed(Question.value(version), wanted)));
    }
}

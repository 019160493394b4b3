package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;
import static dev.muster.assess.host.WindowsWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.WindowsFacts;
import java.util.List;
import java.util.Map;

/// Whether WinRM lets a session have what a join takes: memory, processes, shells. Amounts: `catalog/limits.yaml`.
final class WindowsQuota extends WindowsHostCheck {

    WindowsQuota() {
        super(
                CheckId.WINDOWS_QUOTA,
                Severity.SOFT,
                new Topic(QUOTA, QUOTA_WHY, QUOTA_FIX),
                "ansible/ansible#39327 (1024 MB are too few); amounts DERIVED");
    }

    @Override
    Finding judge(Subject subject, WindowsFacts windows, Question question) {
        return withFact(windows.quotas(), question, quotas -> judge(quotas, subject, question));
    }

    private static Finding judge(Map<String, Long> quotas, Subject subject, Question question) {
        var limits = subject.catalog().limits();
        var needs = Map.of(
                "MaxMemoryPerShellMB", limits.shellMemory(),
                "MaxProcessesPerShell", limits.shellProcesses(),
                "MaxShellsPerUser", limits.shells());
        var wanted = Text.of(
                LIST,
                needs.entrySet().stream()
                        .map(need -> need.getKey() + " ≥ " + need.getValue().value())
                        .sorted()
                        .toList());
        var missing = needs.keySet().stream()
                .filter(name -> !quotas.containsKey(name))
                .sorted()
                .toList();
        // 0 is no limit
        List<String> tight = needs.entrySet().stream()
                .filter(need -> quotas.getOrDefault(need.getKey(), 0L) != 0
                        && quotas.getOrDefault(need.getKey(), 0L)
                                < need.getValue().value())
                .map(need -> need.getKey() + " = " + quotas.get(need.getKey()))
                .sorted()
                .toList();
        if (!tight.isEmpty()) {
            return question.failed(
                    Severity.SOFT,
                    Question.value(tight),
                    wanted,
                    Text.of(QUOTA_FAILS, subject.host().name(), tight),
                    "Set-Item WSMan:\\localhost\\Shell\\MaxMemoryPerShellMB "
                            + limits.shellMemory().value() + "; Restart-Service WinRM");
        }
        return missing.isEmpty()
                ? question.passed(Text.of(QUOTA_ENOUGH), wanted)
                : question.unknown(String.join(", ", missing), wanted);
    }
}

package dev.muster.assess.host;

import static dev.muster.assess.host.WindowsWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.catalog.WindowsSupport;
import dev.muster.probe.WindowsFacts;
import java.util.Map;

/// Whether the feature of Windows is there that the line's installer asks for. Only said where it isn't, or waits for
/// a restart: the plan installs it.
final class WindowsContainers extends WindowsHostCheck {

    WindowsContainers() {
        super(
                CheckId.WINDOWS_CONTAINERS,
                Severity.HARD,
                new Topic(CONTAINERS, CONTAINERS_WHY, CONTAINERS_FIX),
                "WINS install.ps1; RKE2 install.ps1 (Get-WindowsFeature Containers)");
    }

    @Override
    Finding judge(Subject subject, WindowsFacts windows, Question question) {
        return withLine(
                subject,
                question,
                line -> line.feature().isEmpty()
                        ? question.notApplicable(Text.of(CONTAINERS_BY_DOCKER))
                        : withFact(windows.features(), question, features -> judge(features, line, subject, question)));
    }

    private static Finding judge(
            Map<String, String> features, WindowsSupport line, Subject subject, Question question) {
        var name = line.feature();
        var state = features.getOrDefault(name, "");
        var wanted = Text.of(CONTAINERS_WANTED, name);
        var command = "Install-WindowsFeature -Name " + name;
        return switch (state) {
            case "Installed", "Enabled" -> question.passed(Question.value(state), wanted);
            case "" -> question.unknown(name);
            default ->
                question.failed(
                        Severity.INFO,
                        Question.value(state),
                        wanted,
                        Text.of(
                                state.endsWith("Pending") ? CONTAINERS_PENDING : CONTAINERS_FAIL,
                                subject.host().name(),
                                name),
                        command);
        };
    }
}

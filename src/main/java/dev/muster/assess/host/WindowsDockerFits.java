package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;
import static dev.muster.assess.host.WindowsWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.catalog.Version;
import dev.muster.catalog.WindowsSupport;
import dev.muster.probe.Docker;
import dev.muster.probe.WindowsFacts;

/// Whether Docker answers on its named pipe, in the version that the line's page names. Where two sources differ on
/// the version, both are told.
final class WindowsDockerFits extends WindowsHostCheck {

    private static final String PIPE = "\\\\.\\pipe\\docker_engine";
    private static final String INSTALL = "Install-Module -Name DockerMsftProvider -Repository PSGallery -Force;"
            + " Install-Package -Name docker -ProviderName DockerMsftProvider -RequiredVersion ";

    WindowsDockerFits() {
        super(
                CheckId.WINDOWS_DOCKER,
                Severity.HARD,
                new Topic(WDOCKER, WDOCKER_WHY, WDOCKER_FIX),
                "RANCHER package/windows/run.ps1 (pipe docker_engine); DOCS-JAN windows-clusters (17.06);"
                        + " MSDOCS-DEC kubernetes/common-problems.md (18.09 or newer)");
    }

    @Override
    Finding judge(Subject subject, WindowsFacts windows, Question question) {
        return withLine(
                subject,
                question,
                line -> line.docker().isEmpty()
                        ? question.notApplicable(Text.of(OWN_RUNTIME))
                        : withFact(
                                subject.facts().docker(),
                                question,
                                docker -> judge(docker, line, windows, subject, question)));
    }

    private static Finding judge(
            Docker docker, WindowsSupport line, WindowsFacts windows, Subject subject, Question question) {
        var wanted = Text.of(WDOCKER_WANTED, line.docker(), PIPE);
        return switch (docker) {
            case Docker.Absent _ ->
                question.failed(
                        Severity.HARD,
                        Text.of(PRESENT_NONE),
                        wanted,
                        Text.of(PRESENT_FAILS, subject.host().name()),
                        INSTALL + line.docker());
            case Docker.Silent silent ->
                question.failed(
                        Severity.HARD,
                        Question.value(silent.why()),
                        wanted,
                        Text.of(WDOCKER_SILENT, subject.host().name()),
                        "Start-Service docker");
            case Docker.Running running ->
                withFact(
                        windows.dockerPipe(),
                        question,
                        pipe -> pipe
                                ? version(running, line, subject, question, wanted)
                                : noPipe(subject, question, wanted));
        };
    }

    private static Finding noPipe(Subject subject, Question question, Text wanted) {
        return question.failed(
                Severity.HARD,
                Text.of(WDOCKER_NO_PIPE, PIPE),
                wanted,
                Text.of(WDOCKER_PIPE, subject.host().name(), PIPE),
                "Get-ChildItem //./pipe/ | Where-Object Name -eq docker_engine");
    }

    private static Finding version(
            Docker.Running running, WindowsSupport line, Subject subject, Question question, Text wanted) {
        var found = Question.value("Docker " + running.version());
        var version = Version.of(running.version());
        if (version.parts().isEmpty()) {
            return question.unknown(running.version(), wanted);
        }
        return version.minor().equals(line.docker())
                ? question.passed(found, wanted)
                : question.failed(
                        Severity.SOFT,
                        found,
                        wanted,
                        Text.of(WDOCKER_VERSION, subject.host().name(), running.version(), line.docker()),
                        INSTALL + line.docker());
    }
}

package dev.muster.assess.host;

import static dev.muster.assess.host.WindowsWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.KnownRancher;
import dev.muster.catalog.WindowsBuild;
import dev.muster.catalog.WindowsSupport;
import dev.muster.catalog.WindowsSupport.Word;
import dev.muster.probe.WindowsFacts;
import java.util.List;

/// Whether the line takes this build of Windows: 17134 alone under Rancher 2.1; 17763 and 20348 in RKE2, and 26100 as
/// an experiment of its newest patches.
final class WindowsBuildFits extends WindowsHostCheck {

    WindowsBuildFits() {
        super(
                CheckId.WINDOWS_BUILD,
                Severity.HARD,
                new Topic(BUILD, BUILD_WHY, BUILD_FIX),
                "DOCS-JAN cluster-provisioning/rke-clusters/windows-clusters; R2D install/requirements.md");
    }

    @Override
    Finding judge(Subject subject, WindowsFacts windows, Question question) {
        return withLine(
                subject,
                question,
                line -> withFact(
                        windows.version(), question, version -> judge(version.build(), line, subject, question)));
    }

    private static Finding judge(int build, WindowsSupport line, Subject subject, Question question) {
        var found = Question.value(named(build, subject));
        var wanted = Text.of(BUILD_WANTED, supported(line, subject));
        var known = line.host(build);
        if (known.isEmpty()) {
            return question.from(line.source())
                    .failed(
                            Severity.HARD,
                            found,
                            wanted,
                            Text.of(BUILD_FAILS, subject.host().name(), named(build, subject), release(subject)),
                            "");
        }
        var host = known.get();
        var asked = question.from(host.source());
        return switch (has(host.kubernetes(), subject)) {
            case Reading.Unknown<Boolean>(var why) -> asked.unknown(why, wanted);
            case Reading.Known<Boolean>(var there)
            when !there ->
                asked.failed(
                        Severity.HARD,
                        found,
                        wanted,
                        Text.of(BUILD_LATER, subject.host().name(), named(build, subject), kubernetes(subject)),
                        Text.of(BUILD_LATER_FIX, host.kubernetes()),
                        "");
            case Reading.Known<Boolean> _
            when host.word() != Word.SUPPORTED ->
                asked.failed(
                        Severity.SOFT,
                        found,
                        wanted,
                        Text.of(BUILD_UNSURE, subject.host().name(), named(build, subject), host.source()),
                        "");
            case Reading.Known<Boolean> _ -> asked.passed(found, wanted);
        };
    }

    private static Reading<Boolean> has(List<String> brought, Subject subject) {
        return brought.isEmpty() ? Reading.of(true) : WindowsSupport.has(brought, kubernetes(subject));
    }

    /// As written, or Rancher's default; empty where nobody says.
    static String kubernetes(Subject subject) {
        var written = subject.cluster().kubernetes();
        return written.isEmpty()
                ? subject.rancher()
                        .known()
                        .flatMap(rancher -> rancher.defaultKubernetes().known())
                        .orElse("")
                : written;
    }

    static String release(Subject subject) {
        return subject.rancher()
                .known()
                .map(KnownRancher::release)
                .map(release -> release.version())
                .orElse(subject.situation().setup().rancher().version());
    }

    private static List<String> supported(WindowsSupport line, Subject subject) {
        return line.builds().stream()
                .filter(host -> host.word() == Word.SUPPORTED)
                .map(host -> named(host.build(), subject))
                .toList();
    }

    /// `Windows Server 2019 (17763)`; the number alone where it isn't known.
    static String named(int build, Subject subject) {
        return subject.catalog().windows().builds().stream()
                .filter(known -> known.build() == build && known.kind() == WindowsBuild.Kind.SERVER)
                .findFirst()
                .map(known -> known.title() + " (" + build + ")")
                .orElse(String.valueOf(build));
    }
}

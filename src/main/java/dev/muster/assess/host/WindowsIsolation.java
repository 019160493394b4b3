package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;
import static dev.muster.assess.host.WindowsWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.ImageAnswer;
import dev.muster.assess.ImageOnHost;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.ImageBuild;
import dev.muster.probe.WindowsFacts;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Whether the images that the line runs on the host run there by process isolation, the one kind that Kubernetes
/// starts; and the admin's own. The line's stop the join; the admin's may be meant for other hosts.
final class WindowsIsolation extends WindowsHostCheck {

    WindowsIsolation() {
        super(
                CheckId.WINDOWS_ISOLATION,
                Severity.HARD,
                new Topic(ISOLATION, ISOLATION_WHY, ISOLATION_FIX),
                "MS version-compatibility.md; MSDOCS version-compatibility.md");
    }

    @Override
    Finding judge(Subject subject, WindowsFacts windows, Question question) {
        return withLine(
                subject,
                question,
                _ -> withFact(windows.version(), question, version -> judge(version.build(), subject, question)));
    }

    private static Finding judge(int build, Subject subject, Question question) {
        var images = subject.situation().images(build);
        var asked = question.from(
                images.stream().map(ImageOnHost::source).distinct().collect(Collectors.joining("; ")));
        var wanted = Text.of(ISOLATION_WANTED);
        var stopping = some(images, image -> !image.own() && cannot(image));
        if (!stopping.isEmpty()) {
            return asked.failed(
                    Severity.HARD,
                    shown(stopping),
                    wanted,
                    Text.of(
                            ISOLATION_FAILS,
                            subject.host().name(),
                            WindowsBuildFits.named(build, subject),
                            shown(stopping)),
                    "");
        }
        var unsaid = some(images, image -> !image.own() && image.answer() == ImageAnswer.UNKNOWN);
        if (!unsaid.isEmpty()) {
            return asked.unknown(Text.of(LIST, named(unsaid)), wanted, Text.of(UNKNOWN_FIX));
        }
        var own = some(images, image -> image.own() && cannot(image));
        if (!own.isEmpty()) {
            return asked.failed(
                    Severity.SOFT,
                    shown(own),
                    wanted,
                    Text.of(ISOLATION_OWN, subject.host().name(), WindowsBuildFits.named(build, subject), shown(own)),
                    Text.of(ISOLATION_OWN_FIX),
                    "");
        }
        var dark = some(images, image -> image.own() && image.answer() == ImageAnswer.UNKNOWN);
        return dark.isEmpty()
                ? asked.passed(Text.of(LIST, named(images)), wanted)
                : asked.as(Severity.SOFT).unknown(Text.of(LIST, named(dark)), wanted, Text.of(ISOLATION_UNKNOWN_FIX));
    }

    private static boolean cannot(ImageOnHost image) {
        return image.answer() == ImageAnswer.HYPERV || image.answer() == ImageAnswer.NO;
    }

    private static List<ImageOnHost> some(List<ImageOnHost> images, Predicate<ImageOnHost> wanted) {
        return images.stream().filter(wanted).toList();
    }

    private static List<String> named(List<ImageOnHost> images) {
        return images.stream().map(ImageOnHost::name).toList();
    }

    private static Text shown(List<ImageOnHost> images) {
        return Text.of(
                LIST,
                images.stream()
                        .map(image -> Text.of(
                                image.answer() == ImageAnswer.HYPERV ? ISOLATION_HYPERV : ISOLATION_NO,
                                image.name(),
                                image.image() instanceof Reading.Known<ImageBuild>(var known)
                                        ? String.valueOf(known.build())
                                        : "?"))
                        .toList());
    }
}

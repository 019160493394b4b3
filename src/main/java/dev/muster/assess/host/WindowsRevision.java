package dev.muster.assess.host;

import static dev.muster.assess.host.WindowsWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.ImageOnHost;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.ImageBuild;
import dev.muster.probe.WindowsFacts;
import dev.muster.probe.WindowsFacts.Version;
import java.util.List;
import java.util.Set;

/// Whether an image's fourth number is the host's: it must be on Server 2016; on 1709 and 1803 the sources differ,
/// and both are told; from 1809 on it needn't.
final class WindowsRevision extends WindowsHostCheck {

    private static final int MUST_MATCH = 14393;
    private static final Set<Integer> DISPUTED = Set.of(16299, 17134);

    WindowsRevision() {
        super(
                CheckId.WINDOWS_REVISION,
                Severity.SOFT,
                new Topic(REVISION, REVISION_WHY, REVISION_FIX),
                "MSDOCS version-compatibility.md @ d69ed13d (2018: no longer from 1709 on); MS version-compatibility.md"
                        + " @ 77e0742a (2026: no longer from 1809 on)");
    }

    @Override
    Finding judge(Subject subject, WindowsFacts windows, Question question) {
        return withFact(windows.version(), question, version -> judge(version, subject, question));
    }

    private static Finding judge(Version version, Subject subject, Question question) {
        var found = Question.value(version.build() + "." + version.revision());
        if (version.build() != MUST_MATCH && !DISPUTED.contains(version.build())) {
            return question.passed(found, Text.of(REVISION_ANY));
        }
        var wanted = Text.of(version.build() == MUST_MATCH ? REVISION_SAME : REVISION_DISPUTED);
        var images = subject.situation().images(version.build()).stream()
                .filter(image -> image.image() instanceof Reading.Known<ImageBuild>(var known)
                        && known.build() == version.build())
                .toList();
        var others = images.stream()
                .filter(image -> revision(image) >= 0 && revision(image) != version.revision())
                .map(ImageOnHost::name)
                .toList();
        if (!others.isEmpty()) {
            return question.failed(
                    Severity.SOFT,
                    found,
                    wanted,
                    Text.of(
                            version.build() == MUST_MATCH ? REVISION_FAILS : REVISION_FAILS_DISPUTED,
                            subject.host().name(),
                            version.build() + "." + version.revision(),
                            others),
                    "");
        }
        List<String> untold = images.stream()
                .filter(image -> revision(image) < 0)
                .map(ImageOnHost::name)
                .toList();
        return untold.isEmpty()
                ? question.passed(found, wanted)
                : question.unknown(Text.of(REVISION_UNTOLD, untold), wanted, Text.of(REVISION_UNTOLD_FIX));
    }

    /// Below 0 where only the build is told.
    private static int revision(ImageOnHost image) {
        return image.image().known().map(known -> known.revision().orElse(-1)).orElse(-1);
    }
}

package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Bytes;
import dev.muster.base.Text;
import dev.muster.catalog.Sizes;
import dev.muster.setup.Os;
import java.util.List;
import java.util.stream.Collectors;

/// Memory for a host's roles. Hypervisors and kernels keep some back, so 5 % less still passes. Sizes and their
/// sources: `catalog/sizes.yaml`.
final class HostMemory extends HostCheck {

    HostMemory() {
        super(
                CheckId.HOST_MEMORY,
                Severity.HARD,
                new Topic(MEMORY, MEMORY_WHY, MEMORY_FIX),
                "roles",
                situation -> situation.catalog().sizes().roles().stream()
                        .filter(size -> size.distributions()
                                .contains(situation.setup().cluster().distribution()))
                        .map(Sizes.Size::source)
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    @Override
    boolean asks(Os os) {
        return true;
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withRancher(
                subject,
                question,
                _ -> withFact(subject.facts().memory(), question, memory -> judge(memory, subject, question)));
    }

    private static Finding judge(Bytes memory, Subject subject, Question question) {
        var sizes = subject.catalog().sizes();
        var need = subject.need();
        var wanted = Text.of(MEMORY_WANTED, need.floorMemory(), need.adviceMemory());
        if (memory.atLeast(need.adviceMemory().lessPercent(sizes.tolerancePercent()))) {
            return question.passed(Question.value(memory), wanted);
        }
        var stops = !memory.atLeast(need.floorMemory().lessPercent(sizes.tolerancePercent()));
        return question.failed(
                stops ? Severity.HARD : Severity.SOFT,
                Question.value(memory),
                wanted,
                Text.of(
                        MEMORY_FAILS,
                        subject.host().name(),
                        memory,
                        stops ? need.floorMemory() : need.adviceMemory(),
                        List.copyOf(subject.host().roles())),
                "");
    }
}

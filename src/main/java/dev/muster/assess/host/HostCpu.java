package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.catalog.Sizes;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import java.util.List;
import java.util.stream.Collectors;

/// Processors for a host's roles. Sizes and their sources: `catalog/sizes.yaml`.
final class HostCpu extends HostCheck {

    HostCpu() {
        super(
                CheckId.HOST_CPU,
                Severity.HARD,
                new Topic(CPU, CPU_WHY, CPU_FIX),
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
                _ -> withFact(subject.facts().cpus(), question, cores -> judge(cores, subject, question)));
    }

    private static Finding judge(int cores, Subject subject, Question question) {
        var sizes = subject.catalog().sizes();
        var need = subject.need();
        var wanted = Text.of(CPU_WANTED, need.floorCores(), need.adviceCores());
        var found = Text.of(CPU_FOUND, cores);
        if (enough(cores, need.adviceCores(), sizes.tolerancePercent())) {
            return question.passed(found, wanted);
        }
        var stops = !enough(cores, need.floorCores(), sizes.tolerancePercent());
        return question.failed(
                stops ? Severity.HARD : Severity.SOFT,
                found,
                wanted,
                Text.of(
                        CPU_FAILS,
                        subject.host().name(),
                        cores,
                        stops ? need.floorCores() : need.adviceCores(),
                        roles(subject)),
                "");
    }

    private static List<Role> roles(Subject subject) {
        return List.copyOf(subject.host().roles());
    }

    static boolean enough(int cores, int needed, int tolerancePercent) {
        return cores * 100L >= needed * (100L - tolerancePercent);
    }
}

package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.KernelModule;
import dev.muster.probe.ModuleState;
import java.util.ArrayList;
import java.util.List;

/// Whether the kernel has the modules that RKE expects. One that is on disk and not loaded fits: the plan loads it.
/// Without an essential one no pod network works.
final class HostModules extends HostCheck {

    HostModules() {
        super(
                CheckId.HOST_MODULES,
                Severity.SOFT,
                new Topic(MODULES, MODULES_WHY, MODULES_FIX),
                "",
                situation -> situation.kernel().modules().getFirst().source());
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withRancher(subject, question, _ -> {
            var missing = new ArrayList<KernelModule>();
            var unknown = new ArrayList<String>();
            var toLoad = new ArrayList<String>();
            for (var module : wanted(subject)) {
                switch (subject.facts().modules().getOrDefault(module.name(), Reading.unknown("not asked"))) {
                    case Reading.Unknown<ModuleState> _ -> unknown.add(module.name());
                    case Reading.Known<ModuleState>(var state) -> {
                        switch (state) {
                            case LOADED, BUILT_IN -> {}
                            case AVAILABLE -> toLoad.add(module.name());
                            case MISSING -> missing.add(module);
                        }
                    }
                }
            }
            var names = Question.value(
                    wanted(subject).stream().map(KernelModule::name).toList());
            if (!missing.isEmpty()) {
                return failed(subject, question, missing, names);
            }
            if (!unknown.isEmpty()) {
                return question.unknown(String.join(", ", unknown), names);
            }
            return question.passed(toLoad.isEmpty() ? Text.of(MODULES_ALL) : Text.of(MODULES_TO_LOAD, toLoad), names);
        });
    }

    private static List<KernelModule> wanted(Subject subject) {
        var kernel = subject.situation().kernel();
        var network = subject.situation().setup().cluster().network();
        return subject.facts()
                .kernel()
                .known()
                .map(release -> kernel.modulesFor(network, release))
                .orElse(kernel.modulesFor(network, "0"));
    }

    private static Finding failed(Subject subject, Question question, List<KernelModule> missing, Text wanted) {
        var names = missing.stream().map(KernelModule::name).toList();
        var essential = missing.stream().anyMatch(KernelModule::essential);
        return question.failed(
                essential ? Severity.HARD : Severity.SOFT,
                Text.of(MODULES_MISSING, names),
                wanted,
                Text.of(
                        essential ? MODULES_FAIL_HARD : MODULES_FAIL,
                        subject.host().name(),
                        names),
                "sudo modprobe -a " + String.join(" ", names));
    }
}

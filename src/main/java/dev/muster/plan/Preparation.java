package dev.muster.plan;

import dev.muster.assess.Situation;
import dev.muster.base.Text;
import dev.muster.catalog.WindowsSupport;
import dev.muster.probe.Facts;
import dev.muster.probe.Probed;
import dev.muster.probe.WindowsFacts;
import dev.muster.script.Script;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a host needs before it joins, and hasn't got. Of a host that wasn't reached everything is planned.
record Preparation(Situation situation) {

    private static final Duration KERNEL_LIMIT = Duration.ofMinutes(2);

    /// A restart that works on updates, and physical machines that look at themselves first (windows §7).
    private static final Duration FEATURE_LIMIT = Duration.ofMinutes(45);

    private static final Set<String> THERE = Set.of("Installed", "Enabled");

    List<Step> of(Host host) {
        return host.os() == Os.WINDOWS ? feature(host).stream().toList() : kernel(host);
    }

    private List<Step> kernel(Host host) {
        var network = situation.setup().cluster().network();
        var needs = new KernelNeeds(situation.kernel(), network, facts(host));
        var modules = modules(host, needs.modules());
        // br_netfilter brings the settings of net.bridge with it
        var after = modules.map(Step::id).stream().toList();
        return Stream.of(modules, settings(host, needs.settings(), after))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Step> modules(Host host, List<String> modules) {
        var script = Script.of("linux/kernel-modules.sh").with("MODULES", modules);
        return modules.isEmpty()
                ? Optional.empty()
                : Optional.of(step(
                        host,
                        "modules",
                        Text.of(PlanWords.STEP_MODULES, modules),
                        script,
                        List.of(),
                        KERNEL_LIMIT,
                        Text.of(PlanWords.UNDO_MODULES)));
    }

    private static Optional<Step> settings(Host host, List<String> settings, List<StepId> after) {
        var script = Script.of("linux/sysctl.sh").with("SETTINGS", settings);
        return settings.isEmpty()
                ? Optional.empty()
                : Optional.of(step(
                        host,
                        "sysctl",
                        Text.of(PlanWords.STEP_SYSCTL, settings),
                        script,
                        after,
                        KERNEL_LIMIT,
                        Text.of(PlanWords.UNDO_SYSCTL)));
    }

    /// The feature of Windows that the line's installer insists on; it takes a restart.
    private Optional<Step> feature(Host host) {
        return situation
                .windows()
                .map(WindowsSupport::feature)
                .filter(feature -> !feature.isEmpty() && !has(host, feature))
                .map(feature -> step(
                                host,
                                "feature",
                                Text.of(PlanWords.STEP_FEATURE, feature),
                                Script.of("windows/feature.ps1").with("FEATURE", feature),
                                List.of(),
                                FEATURE_LIMIT,
                                Text.of(PlanWords.UNDO_FEATURE, feature))
                        .withReboots());
    }

    private boolean has(Host host, String feature) {
        return facts(host)
                .flatMap(Facts::windows)
                .map(WindowsFacts::features)
                .flatMap(features -> features.known())
                .map(features -> features.getOrDefault(feature, ""))
                .filter(THERE::contains)
                .isPresent();
    }

    private static ScriptStep step(
            Host host, String kind, Text title, Script script, List<StepId> after, Duration limit, Text undo) {
        return new ScriptStep(StepId.of(kind, host.name()), host.name(), title, script, after, limit, undo, false);
    }

    private Optional<Facts> facts(Host host) {
        return situation.probed(host.name()).map(Probed::facts).flatMap(facts -> facts.known());
    }
}

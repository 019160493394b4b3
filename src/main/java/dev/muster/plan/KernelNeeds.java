package dev.muster.plan;

import dev.muster.base.Reading;
import dev.muster.catalog.Kernel;
import dev.muster.catalog.KernelModule;
import dev.muster.catalog.Sysctl;
import dev.muster.probe.Facts;
import dev.muster.probe.ModuleState;
import dev.muster.setup.ClusterSettings.Network;
import java.util.List;
import java.util.Optional;

/// What a host's kernel lacks of what a node needs.
///
/// Only modules without which no pod network works are loaded ahead; the others of RKE's list load themselves when a
/// rule or a device asks for them, and a host isn't changed for what happens by itself. A module that the kernel
/// hasn't got at all isn't here either: no step can bring it; the check `host.modules` says so.
///
/// @param facts empty: the host wasn't reached, so that everything is planned
record KernelNeeds(Kernel wanted, Network network, Optional<Facts> facts) {

    List<String> modules() {
        var kernel = facts.flatMap(some -> some.kernel().known());
        return kernel.map(release -> wanted.modulesFor(network, release)).orElse(wanted.modules()).stream()
                .filter(KernelModule::essential)
                .map(KernelModule::name)
                .filter(this::toLoad)
                .toList();
    }

    private boolean toLoad(String module) {
        var state = facts.flatMap(some -> Optional.ofNullable(some.modules().get(module)));
        return switch (state.orElse(Reading.unknown("not asked"))) {
            case Reading.Known<ModuleState>(var known) -> known == ModuleState.AVAILABLE;
            case Reading.Unknown<ModuleState> _ -> true;
        };
    }

    /// `name=value`
    List<String> settings() {
        return wanted.sysctls().stream()
                .filter(setting -> !isSo(setting))
                .map(setting -> setting.name() + "=" + setting.wanted())
                .toList();
    }

    private boolean isSo(Sysctl setting) {
        return facts.flatMap(some -> Optional.ofNullable(some.sysctls().get(setting.name())))
                .flatMap(Reading::known)
                .filter(setting.wanted()::equals)
                .isPresent();
    }
}

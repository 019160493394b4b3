package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.base.Text;
import dev.muster.catalog.Sizes.Need;
import dev.muster.probe.Facts;

/// Processors for a host's roles.
final class HostCpu extends SizeCheck<Integer> {

    HostCpu() {
        super(
                CheckId.HOST_CPU,
                new Topic(CPU, CPU_WHY, CPU_FIX),
                Facts::cpus,
                Need::floorCores,
                Need::adviceCores,
                CPU_WANTED,
                CPU_FAILS);
    }

    @Override
    boolean enough(Integer cores, Integer needed, int tolerancePercent) {
        return cores * 100L >= needed * (100L - tolerancePercent);
    }

    @Override
    Text found(Integer cores) {
        return Text.of(CPU_FOUND, cores);
    }
}

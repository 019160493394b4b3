package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.base.Bytes;
import dev.muster.base.Text;
import dev.muster.catalog.Sizes.Need;
import dev.muster.probe.Facts;

/// Memory for a host's roles.
final class HostMemory extends SizeCheck<Bytes> {

    HostMemory() {
        super(
                CheckId.HOST_MEMORY,
                new Topic(MEMORY, MEMORY_WHY, MEMORY_FIX),
                Facts::memory,
                Need::floorMemory,
                Need::adviceMemory,
                MEMORY_WANTED,
                MEMORY_FAILS);
    }

    @Override
    boolean enough(Bytes memory, Bytes needed, int tolerancePercent) {
        return memory.atLeast(needed.lessPercent(tolerancePercent));
    }

    @Override
    Text found(Bytes memory) {
        return Question.value(memory);
    }
}

package dev.muster.probe;

import dev.muster.base.Reading;
import dev.muster.setup.Host;
import java.time.Instant;
import java.util.List;

/// What came of asking one host.
///
/// @param ladder all five rungs, in order
/// @param facts  a host that wasn't reached has unknown facts, with the ladder's first failing rung as the reason
/// @param at     when the answer came, by the workstation's clock
public record Probed(Host host, List<Rung> ladder, Reading<Facts> facts, Instant at) {

    public Probed {
        ladder = List.copyOf(ladder);
    }

    public boolean reached() {
        return facts instanceof Reading.Known;
    }
}

package dev.muster.ui.run;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.plan.StepId;
import dev.muster.ui.kit.Sign;
import java.util.List;

/// A host's row in the grid: how it stands in each phase.
///
/// @param failed its steps that have failed and wait for a word
public record GridRow(HostName host, List<Cell> cells, List<StepId> failed) {

    public GridRow {
        cells = List.copyOf(cells);
        failed = List.copyOf(failed);
    }

    /// How a host stands in one phase.
    public record Cell(Sign sign, Text text) {}
}

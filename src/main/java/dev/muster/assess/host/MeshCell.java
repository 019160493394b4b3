package dev.muster.assess.host;

import dev.muster.assess.State;
import dev.muster.base.HostName;
import dev.muster.base.Text;
import java.util.List;

/// The way from one host to another.
///
/// @param state    failed, unknown, pending or passed, the worst of all that was tried
/// @param troubles what is wrong or unknown, each a short phrase
public record MeshCell(HostName source, HostName target, State state, List<Text> troubles) {

    public MeshCell {
        troubles = List.copyOf(troubles);
    }
}

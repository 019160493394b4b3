package dev.muster.plan;

import dev.muster.base.Text;
import java.util.List;

/// Steps that belong together in the reader's mind. What waits for what is said by the steps themselves
/// ([Step#after]): a slow host in one phase doesn't hold up the others.
///
/// @param id `prepare`, `first-node`, `servers`, `workers`
public record Phase(String id, Text title, List<Step> steps) {

    public Phase {
        steps = List.copyOf(steps);
    }
}

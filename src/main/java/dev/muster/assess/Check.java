package dev.muster.assess;

import java.util.List;

/// One check: a stable id and a function. All checks stand in one list, [Checks].
public interface Check {

    CheckId id();

    /// One finding a host, or one about the cluster; never an empty list: what doesn't apply says so.
    List<Finding> assess(Situation situation);
}

package dev.muster.plan;

import dev.muster.base.Key;

/// Words of plans.
public enum PlanWords implements Key {
    PHASE_PREPARE,
    PHASE_FIRST_NODE,
    PHASE_SERVERS,
    PHASE_WORKERS,
    STEP_MODULES,
    STEP_SYSCTL,
    STEP_JOIN,
    STEP_ACTIVE,
    UNDO_MODULES,
    UNDO_SYSCTL,
    UNDO_JOIN,
    UNDO_NOTHING
}

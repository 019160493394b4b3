package dev.muster.plan;

import dev.muster.base.Key;

/// Words of plans.
public enum PlanWords implements Key {
    PHASE_PREPARE,
    PHASE_RANCHER,
    PHASE_FIRST_NODE,
    PHASE_SERVERS,
    PHASE_WORKERS,
    PHASE_WINDOWS,
    STEP_MODULES,
    STEP_SYSCTL,
    STEP_FEATURE,
    STEP_CLUSTER,
    STEP_REGISTRATION,
    STEP_JOIN,
    STEP_ACTIVE,
    UNDO_MODULES,
    UNDO_SYSCTL,
    UNDO_FEATURE,
    UNDO_CLUSTER,
    UNDO_REGISTRATION,
    UNDO_JOIN,
    UNDO_JOIN_TOKEN,
    UNDO_NOTHING
}

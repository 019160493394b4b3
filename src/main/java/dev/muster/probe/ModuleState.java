package dev.muster.probe;

/// Where a kernel module is.
public enum ModuleState {
    LOADED,
    BUILT_IN,
    /// on disk, not loaded
    AVAILABLE,
    MISSING
}

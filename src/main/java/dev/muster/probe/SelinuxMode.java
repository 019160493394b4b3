package dev.muster.probe;

public enum SelinuxMode {
    ENFORCING,
    PERMISSIVE,
    DISABLED,
    /// the kernel has none
    ABSENT
}

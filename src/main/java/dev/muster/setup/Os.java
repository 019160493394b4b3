package dev.muster.setup;

/// The family of a host's operating system, as the setup says; what the host really runs is a fact.
public enum Os {
    LINUX,
    WINDOWS
}

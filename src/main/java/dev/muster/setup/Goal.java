package dev.muster.setup;

/// What a setup is for. A goal that this build can't do yet isn't here; the setup file's reader says so.
public enum Goal {
    JOIN,
    CLEAN
}

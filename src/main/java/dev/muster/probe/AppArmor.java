package dev.muster.probe;

/// @param on     whether the kernel enforces profiles
/// @param parser whether the tool is there that loads them, `apparmor_parser`
public record AppArmor(boolean on, boolean parser) {}

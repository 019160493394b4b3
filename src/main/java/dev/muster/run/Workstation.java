package dev.muster.run;

/// Who runs Muster where, as it stands in locks and journals.
///
/// @param owner the user's name
/// @param name  of the machine
/// @param process Muster's process id
public record Workstation(String owner, String name, long process) {}

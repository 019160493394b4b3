package dev.muster.catalog;

import java.time.LocalDate;

/// What a short name in a source stands for.
///
/// @param what repository and commit, or document
/// @param date of that commit or document; for what we concluded ourselves, the day on which we did
public record Source(String what, LocalDate date) {}

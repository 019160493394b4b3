package dev.muster.ui.reach;

import dev.muster.base.Text;

/// One fact of a host.
///
/// @param known whether the host said it; else the value says why not
public record FactLine(Text name, Text value, boolean known) {}

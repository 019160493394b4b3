package dev.muster.ui.settings;

import dev.muster.base.Text;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.UiWords;

/// One line of what was read in a registration command.
///
/// @param value as it stands in the command, never a secret
/// @param mono  whether it is shown in the monospaced face
public record Read(UiWords name, Text value, boolean mono, Sign sign, Text note) {}

package dev.muster.ui.hosts;

import dev.muster.base.Text;
import dev.muster.ui.kit.Sign;

/// What the checks of roles and names say of the list as it stands, in one small sign.
public record Rule(Sign sign, Text text) {}

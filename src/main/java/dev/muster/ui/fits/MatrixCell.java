package dev.muster.ui.fits;

import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.UiWords;

/// What a cell of the matrix says, and of which image on which host.
public record MatrixCell(Sign sign, UiWords word, String image, String host, String source) {}

package dev.muster.ui.fits;

import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.UiWords;

/// What a cell of the matrix says.
///
/// @param spoken the whole cell for a screen reader: image, host, answer, source
public record MatrixCell(Sign sign, UiWords word, String image, String host, String source) {}

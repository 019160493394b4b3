/// The page *What fits*: the findings and the isolation matrix.
@NullMarked
package dev.muster.ui.fits;

import org.jspecify.annotations.NullMarked;

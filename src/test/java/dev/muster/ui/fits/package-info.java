/// Tests of the page's model: plain Java, no window.
@NullMarked
package dev.muster.ui.fits;

import org.jspecify.annotations.NullMarked;

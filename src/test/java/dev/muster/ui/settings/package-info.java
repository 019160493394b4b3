/// Tests of the page's model: plain Java, no window.
@NullMarked
package dev.muster.ui.settings;

import org.jspecify.annotations.NullMarked;

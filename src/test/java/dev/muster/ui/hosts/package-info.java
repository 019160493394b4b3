/// Tests of the page's model: plain Java, no window.
@NullMarked
package dev.muster.ui.hosts;

import org.jspecify.annotations.NullMarked;

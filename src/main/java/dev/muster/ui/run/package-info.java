/// The page *Run*: the grid of hosts and phases, the live log.
@NullMarked
package dev.muster.ui.run;

import org.jspecify.annotations.NullMarked;

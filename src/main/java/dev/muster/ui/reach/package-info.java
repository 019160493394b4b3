/// The page *Reach*: signing in, trust in keys, the ladder and the facts.
@NullMarked
package dev.muster.ui.reach;

import org.jspecify.annotations.NullMarked;

/// The page *Start*: what to do, practice, and what was begun earlier.
@NullMarked
package dev.muster.ui.start;

import org.jspecify.annotations.NullMarked;

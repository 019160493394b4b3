/// Tests of what hosts say: the script itself, the reading of its answer, the ladder.
@NullMarked
package dev.muster.probe;

import org.jspecify.annotations.NullMarked;

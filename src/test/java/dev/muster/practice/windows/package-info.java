/// Tests of the practice hosts that are Windows hosts.
@NullMarked
package dev.muster.practice.windows;

import org.jspecify.annotations.NullMarked;

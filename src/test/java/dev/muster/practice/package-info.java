/// Tests of the practice hosts: by a foreign client, and by Muster itself.
@NullMarked
package dev.muster.practice;

import org.jspecify.annotations.NullMarked;

/// Tests of the quoting, by real shells.
@NullMarked
package dev.muster.script;

import org.jspecify.annotations.NullMarked;

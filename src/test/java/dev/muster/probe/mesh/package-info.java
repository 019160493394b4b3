@NullMarked
package dev.muster.probe.mesh;

import org.jspecify.annotations.NullMarked;

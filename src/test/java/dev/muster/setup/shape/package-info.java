@NullMarked
package dev.muster.setup.shape;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.muster.setup.inventory;

import org.jspecify.annotations.NullMarked;

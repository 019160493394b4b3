@NullMarked
package dev.muster.setup.secrets;

import org.jspecify.annotations.NullMarked;

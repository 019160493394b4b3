@NullMarked
package dev.muster.setup.registration;

import org.jspecify.annotations.NullMarked;

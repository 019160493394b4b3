@NullMarked
package dev.muster.setup.file;

import org.jspecify.annotations.NullMarked;

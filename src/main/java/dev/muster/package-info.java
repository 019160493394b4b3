/// The entrance: [Main] decides between the window and the command line.
@NullMarked
package dev.muster;

import org.jspecify.annotations.NullMarked;

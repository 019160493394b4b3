/// The page *Report*: what was done, and how to keep it.
@NullMarked
package dev.muster.ui.report;

import org.jspecify.annotations.NullMarked;

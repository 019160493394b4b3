/// The page *Review*: the plan and the exact scripts.
@NullMarked
package dev.muster.ui.review;

import org.jspecify.annotations.NullMarked;

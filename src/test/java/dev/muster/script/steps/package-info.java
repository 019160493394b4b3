/// The step scripts, run by real shells against a scratch folder, once, twice and killed in the middle.
@NullMarked
package dev.muster.script.steps;

import org.jspecify.annotations.NullMarked;

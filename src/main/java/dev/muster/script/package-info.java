/// Fixed script files and their typed parameters: the one place that quotes for sh and PowerShell.
///
/// In: the name of a file in `resources/scripts/` and values. Out: the text that runs on a host, which is the text on
/// the review page, in the export and in the tests. Read [Script] first.
///
/// Never here, and nowhere else: a script put together from strings.
@NullMarked
package dev.muster.script;

import org.jspecify.annotations.NullMarked;

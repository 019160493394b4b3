/// The command line: one class a command, words on stderr, data on stdout, exit codes of [Exit].
///
/// In: arguments, the environment, a [Console]. Out: an exit code. Read [Cli] first.
///
/// Never here: a rule. A command reads its arguments, calls [dev.muster.flow.Flow], prints what came of it.
@NullMarked
package dev.muster.cli;

import org.jspecify.annotations.NullMarked;

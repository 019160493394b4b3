/// What came of it, for people who weren't there: the report of a run, the scripts of a plan as files, and
/// the signs by which every face shows a state.
///
/// In: findings, plans, runs. Out: HTML, Markdown, JUnit XML, script files. Read `RunReport` first.
///
/// Never here: a judgement, a secret, a word to a host.
@NullMarked
package dev.muster.report;

import org.jspecify.annotations.NullMarked;

/// What came of it, for people who weren't there: the report of a run, and the signs by which every face shows a
/// state.
///
/// In: findings, plans, runs. Out: HTML, Markdown, JUnit XML. Read `RunReport` first.
///
/// Never here: a judgement, a secret, a word to a host.
@NullMarked
package dev.muster.report;

import org.jspecify.annotations.NullMarked;

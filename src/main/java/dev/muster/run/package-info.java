/// The runner: carries a plan out on virtual threads, keeps the journal and the logs on disk, takes the hosts' locks,
/// resumes and cancels.
///
/// In: a plan ([RunOrder]), a way to reach hosts, secrets. Out: [RunEvent]s while it goes, a run's folder that tells
/// all of it after ([RunStore], [RunRecord], [LogView]). Read [Running] first, then [Runner].
///
/// Never here: an order of steps that isn't in the plan; a line that reaches the disk or a face before redaction.
///
/// A script that found everything as wanted says so in its last line, which begins with `already so`.
///
/// Decided: the journal records, the host decides. Because a tool's own file that says "installed" lies after a
/// restore from backup; so each step looks at its host first; costs one round trip a step.
///
/// Decided: one thread decides, and steps send it words. Because what may start hangs on all steps at once; instead
/// of locks around a shared board; costs a queue.
///
/// Decided: a log has an index with one record for each piece of output: how far the job's own output is in it, its
/// length, its lines, the time. Because redaction changes lengths, so a log's length doesn't say where to read on;
/// costs 40 bytes a piece.
@NullMarked
package dev.muster.run;

import org.jspecify.annotations.NullMarked;

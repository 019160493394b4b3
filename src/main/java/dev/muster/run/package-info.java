/// The runner: carries a plan out on virtual threads, keeps the journal and the logs on disk, takes the hosts' locks,
/// resumes and cancels.
///
/// In: a plan, a way to reach hosts, secrets. Out: [RunEvent]s while it goes, a run folder that tells all of it
/// after. Read [Running] first, then `Runner`.
///
/// Never here: an order of steps that isn't in the plan; a line that reaches the disk or a face before redaction.
///
/// Decided: the journal records, the host decides. Because a tool's own file that says "installed" lies after a
/// restore from backup; so each step looks at its host first; costs one round trip a step.
@NullMarked
package dev.muster.run;

import org.jspecify.annotations.NullMarked;

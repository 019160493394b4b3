/// The exact steps: a [Plan] of [Phase]s of [Step]s, one planner a goal.
///
/// In: setup, registration, what was probed, the assessment. Out: a plan that the review page, `muster plan`, the
/// export and the runner all read. Read [Step] first, then `JoinPlanner`.
///
/// A script that ends with 194, or with 3010 on Windows, asks for a restart of its host and another run. The step
/// says whether it may ([Step#reboots]), the review page says it before, the runner does it.
///
/// Pure: no clock, no randomness, no socket, no file. Never here: a secret; a step knows names of secrets only.
@NullMarked
package dev.muster.plan;

import org.jspecify.annotations.NullMarked;

/// The exact steps: a [Plan] of [Phase]s of [Step]s, one planner a goal.
///
/// In: setup, registration, what was probed, the assessment. Out: a plan that the review page, `muster plan`, the
/// export and the runner all read. Read [Step] first, then `JoinPlanner`.
///
/// Pure: no clock, no randomness, no socket, no file. Never here: a secret; a step knows names of secrets only.
@NullMarked
package dev.muster.plan;

import org.jspecify.annotations.NullMarked;

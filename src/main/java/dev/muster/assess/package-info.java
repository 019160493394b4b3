/// What fits and what doesn't: the isolation matrix, the support of a Rancher line, and the checks.
///
/// In: setup, registration, what the hosts said, the catalogue. Out: an [Assessment] of [Finding]s. Read [Finding]
/// first; all checks stand in one list, `Checks`.
///
/// Pure: the same input gives the same output; no clock, no randomness, no socket, no file.
@NullMarked
package dev.muster.assess;

import org.jspecify.annotations.NullMarked;

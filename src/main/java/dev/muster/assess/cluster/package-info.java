/// Checks on what the setup says as a whole: roles, names, the registration command, the Rancher line.
///
/// In: a [dev.muster.assess.Situation]. Out: findings about the cluster, or about one host of many.
@NullMarked
package dev.muster.assess.cluster;

import org.jspecify.annotations.NullMarked;

/// Checks on what a host says: the ladder, the machine, its identity and addresses, clock, Docker, ports, leftovers.
///
/// In: a [dev.muster.assess.Situation]. Out: one finding a host. Read [HostCheck] first, then [HostsCheck].
@NullMarked
package dev.muster.assess.host;

import org.jspecify.annotations.NullMarked;

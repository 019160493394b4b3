/// The network between hosts, tried: every port that one host needs of another, the largest packet, latency and loss.
///
/// In: the setup, what the hosts said of themselves, the catalogue's ports. Out: a [Mesh]. Read [Mesh] first, then
/// [MeshProber].
///
/// On each host that is tried one `mesh-listen` stands at all its ports; from each host that tries one `mesh-try`
/// goes to all of them. The heads of these scripts are their manual. A listener lives on the line to Muster: when the
/// line ends, however it ends, its next word finds nobody and it ends too; and it has a time limit of its own.
///
/// Decided: perl or python, whichever a host has. Because Debian, Ubuntu and SUSE need perl to install a package and
/// CentOS, Red Hat and Fedora python, so that a host of the catalogue has one of them; instead of nc or socat, of
/// which no distribution brings one it can be relied on for, and of bash's `/dev/tcp`, which can't listen; costs each
/// program twice. On a host with neither "could not be checked" is the answer, and stops nothing.
///
/// Decided: packets are lost by chance, so a call that isn't taken is made again with a first packet of its own, six
/// times at least, before a port counts as closed. Costs seven seconds where one is.
///
/// Never here: a judgement; a change to a firewall.
@NullMarked
package dev.muster.probe.mesh;

import org.jspecify.annotations.NullMarked;

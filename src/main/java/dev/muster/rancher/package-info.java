/// Rancher's own API: signing in, its version, the custom cluster, the registration commands, and what Rancher says
/// of the nodes.
///
/// In: an address, who vouches for its certificate, an [Access]. Out: values and [NodeState]s, or a
/// [dev.muster.base.ProblemException]. Read [Rancher] first, then [ClusterCalls] (which cluster is asked for),
/// [NodeWatch] (when a host has joined), [FirstSignIn].
///
/// Never here: a token, a password or a command in an exception, a log or a `toString`; a redirect that is followed;
/// a change that is sent twice, unless Rancher has said 401 to the first; a host.
///
/// `flow` fetches the registration of a cluster that is there, for a setup with `rancher.api`. Who uses the rest
/// next: the planner's steps on Rancher (the cluster is made, a registration token is made, a node is active), which
/// the review page lists; until then nothing here changes a Rancher but a test's. Tests use all of it, over the real
/// protocol, with practice Rancher. No Rancher took part: paths and fields are of rancher-2.1 facts §2 and
/// rancher-today facts §3.
///
/// Decided: `/v3/nodes` and its websocket on both lines. Because today's Rancher has the nodes of provisioned
/// clusters there, too, with the same words for their states; instead of the machines in `/v1`; costs that a machine
/// without a node isn't seen, and is called "never came".
///
/// Decided: one request at a time, 300 ms apart, for all that goes to one Rancher. Because 200 hosts must not ask
/// more than five times a second; instead of a budget for each; costs a second where a page asks for three things.
///
/// Decided: a certificate that no authority vouches for is the admin's to confirm, as a host's key is; the predicate
/// is `remote`'s trust, handed in, because this room knows no hosts.
@NullMarked
package dev.muster.rancher;

import org.jspecify.annotations.NullMarked;

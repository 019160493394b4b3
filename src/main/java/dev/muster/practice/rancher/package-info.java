/// A Rancher to practise with: an HTTPS server in this process that speaks the subset of its API that a join needs,
/// of the line 2.1 (Norman's `/v3`) and of today's (the same, and `/v1`).
///
/// In: a [Release]. Out: a URL, an authority, an administrator, a token. Read [PracticeRancher] first, then [Api]
/// (which paths there are), [Book] (what it knows), [Cluster] and [Node].
///
/// A node moves on only when its agent calls in, never by a timer: 2.1's agent at `/v3/connect/register` and
/// `/v3/connect/config` with the headers `X-API-Tunnel-Token` and `X-API-Tunnel-Params`, today's install script at
/// `/v3/connect/agent`. Each call is one step on, when what it waits for is there.
///
/// No Rancher took part in making it. Paths, fields and templates are of rancher-2.1 facts §§1.5, 1.6 and 2, and of
/// rancher-today facts §§2.3, 3.1 to 3.4; the body of an error is the one of the libraries `rancher/norman` and
/// `rancher/apiserver`. Bodies that come in are held against [Shapes]. What it doesn't know it refuses aloud, where a
/// real Rancher would drop an unknown field in silence.
///
/// Tests use it so far; a practice that signs in to it comes with joins through Rancher's API.
///
/// Decided: today's agents call in again at `/v3/connect/agent` with the same `X-Cattle-Id`, and each call is a step.
/// Because the real one goes on by a watch of the Kubernetes API behind Rancher, which isn't here; costs a difference
/// that a client of the API can't see.
///
/// Decided: today's cluster has no `status.clusterName` at the first look and has it at the second, because the real
/// one gets it later, and nothing here goes by time.
///
/// Never here: an address but loopback's unless one is handed in; a file; a default password but 2.1's own
/// (`admin`), which has to be changed at once.
@NullMarked
package dev.muster.practice.rancher;

import org.jspecify.annotations.NullMarked;

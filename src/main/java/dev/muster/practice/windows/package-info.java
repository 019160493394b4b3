/// Windows hosts to practise with: a WS-Management service in this process, and a scripted cmd.exe and PowerShell
/// behind it.
///
/// In: a [WindowsMachine], an account, how the door is set up. Out: a port, a certificate, what was heard. Read
/// [WsmanServer] first, then [Caller] (one connection), [Logon] (who is on it), [Service] (what is asked of the
/// shells).
///
/// The subset is the one that three clients use that others wrote: shells of cmd with Create, Command, Receive, Send,
/// Signal, Delete, and Identify. No Windows took part in making it: it is built from Microsoft's open specifications
/// ([MS-WSMV], [MS-NLMP]), from recorded exchanges that projects ship as test data, and from what clients check;
/// where those are silent it does the strict thing.
///
/// What [Mishaps] switches on goes wrong on purpose: for tests, and for a practice host that restarts.
///
/// Decided: HTTP is parsed and printed by Apache HttpComponents Core 5, and the loop over a connection's requests is
/// ours ([Caller]), because a logon by NTLM belongs to a connection; instead of the JDK's own server, which doesn't
/// show connections, and of whole servers, which hide them; costs one jar. The certificate and the old digests are
/// Bouncy Castle's, which SSHJ brings along.
///
/// Kerberos is Java's own, by the key table that is handed in: only tests have a realm.
///
/// Never here: an address but loopback's; another file; a password that isn't handed in; anything that works on real
/// hosts.
@NullMarked
package dev.muster.practice.windows;

import org.jspecify.annotations.NullMarked;

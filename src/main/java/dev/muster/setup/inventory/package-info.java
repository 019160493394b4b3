/// Hosts from what admins already have: pasted lists, CSV, ranges, `/etc/hosts` lines, `~/.ssh/config`.
///
/// In: text. Out: a [Proposal]: hosts that could be read, and a problem for each line that couldn't. Read [Importers]
/// first. Nothing is added to a setup here: a person looks at the proposal.
///
/// Never here: a name looked up, a host asked, a secret.
@NullMarked
package dev.muster.setup.inventory;

import org.jspecify.annotations.NullMarked;

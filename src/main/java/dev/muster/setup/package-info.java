/// What the admin wants: the [Setup] and its hosts, logins and goal; the setup file (YAML with its schema), the
/// importers (pasted lists, `~/.ssh/config`) and the reader of Rancher's registration command.
///
/// In: files, pasted text. Out: immutable records, or every [dev.muster.base.Problem] found, with file, line, column.
/// Read [Setup] first, then `file.SetupFile`. The nouns stand here; the verbs in the packages below: `file` reads and
/// saves, `inventory` imports, `registration` reads Rancher's command, `secrets` follows references, `shape` says
/// what a name or an address may look like.
///
/// Never here: a word to a host; a secret in a record. A setup holds references to secrets ([SecretRef]) only.
///
/// Decided: a key of the format that this build doesn't honour yet is refused, not ignored. Because an option that
/// is accepted and never read has wiped clusters elsewhere; instead of silent defaults; costs one row a key.
@NullMarked
package dev.muster.setup;

import org.jspecify.annotations.NullMarked;

/// Secrets on the workstation: where a reference leads ([Secrets]), and whether a private key's file can be used
/// ([KeyFile]).
///
/// In: a [dev.muster.setup.SecretRef] and the field that names it. Out: a [dev.muster.base.Secret], or a problem that
/// says what would do and never what the secret is.
///
/// Never here: a secret in a string that outlives the call, a guess, a prompt of our own (a face asks: [Asker]).
@NullMarked
package dev.muster.setup.secrets;

import org.jspecify.annotations.NullMarked;

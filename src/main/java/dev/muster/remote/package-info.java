/// The way to a host: a [Connection] over SSH (SSHJ), the [Trust] in its key, sign-in, sudo, and jobs that outlive the
/// line.
///
/// In: a host of the setup, its secrets. Out: [Opened], one of ready, key unknown, key changed, refused, unreachable.
/// Read [Opened] and [Connection] first.
///
/// Never here: a client without our host key verifier; a secret in a command line; a type of the library in a public
/// signature.
@NullMarked
package dev.muster.remote;

import org.jspecify.annotations.NullMarked;

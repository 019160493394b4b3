/// How the practice's servers are reached: a port on which each connection has a thread of its own, the TLS before
/// it, the certificates that are shown, and HTTP over it.
///
/// In: who serves a connection. Out: a port, until it is closed. Read [Door] first.
///
/// Never here: what a server answers; a file; an address that isn't handed in.
@NullMarked
package dev.muster.practice.door;

import org.jspecify.annotations.NullMarked;

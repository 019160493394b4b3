package dev.muster.remote;

/// A connection that is known to break, so that the next who wants one makes another.
interface LiveConnection extends Connection {

    boolean isAlive();
}

package dev.muster.practice;

/// A practice machine as the step that joins it leaves it.
interface Joinable {

    boolean isJoined();

    /// Its agent has registered.
    void registered();

    /// The cluster runs its pods there.
    void takenIn();

    /// A line of its agent's log.
    void agentSays(String line);
}

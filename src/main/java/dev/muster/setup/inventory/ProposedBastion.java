package dev.muster.setup.inventory;

/// A host on the way to others that was read in a list.
///
/// @param name of its own, by which hosts and bastions name it
/// @param user who signs in; empty: not said
/// @param key  path of a private key as it is written; empty: not said, then the SSH agent's keys
/// @param via  name of the bastion before it; empty: none
public record ProposedBastion(String name, String address, int port, String user, String key, String via) {}

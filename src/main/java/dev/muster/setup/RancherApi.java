package dev.muster.setup;

/// By what Muster signs in to Rancher.
public sealed interface RancherApi {

    /// @param token that was made in Rancher, with its name before the colon
    record Token(SecretRef token) implements RancherApi {}

    /// A local user of Rancher.
    record User(String user, SecretRef password) implements RancherApi {}
}

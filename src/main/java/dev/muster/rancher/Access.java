package dev.muster.rancher;

import dev.muster.base.Secret;

/// By what Muster signs in.
public sealed interface Access {

    /// @param token `token-xxxxx:secret`, which an administrator has made in Rancher
    record ApiToken(Secret token) implements Access {}

    /// A local user of Rancher.
    record Password(String user, Secret password) implements Access {}
}

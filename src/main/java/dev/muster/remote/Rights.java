package dev.muster.remote;

import dev.muster.base.Secret;
import dev.muster.setup.Login;

/// How a login comes by root's rights.
sealed interface Rights {

    /// The login is root, or another name with its number.
    record AsRoot() implements Rights {}

    /// sudo lets it without a password.
    record SudoFree() implements Rights {}

    /// sudo wants a password.
    record SudoAsking(Login login, Secret password) implements Rights {}

    /// None: what the login may do by itself.
    record AsLogin() implements Rights {}
}

package dev.muster.setup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A way to sign in, used by one host or many.
///
/// @param name as in `logins:`; empty for the default login: the workstation's user with the keys in `~/.ssh`
/// @param key  a private key; null: none given
/// @param passphrase opens the key; null: the key isn't encrypted, or the passphrase is asked for
/// @param sudoPassword null: what the host allows (root, or sudo without a password)
public record Login(
        String name,
        String user,
        @Nullable SecretRef password,
        @Nullable Path key,
        @Nullable SecretRef passphrase,
        @Nullable SecretRef sudoPassword) {

    /// Signs in with a key file and nothing else.
    public static Login withKey(String name, String user, Path key) {
        return new Login(name, user, null, key, null, null);
    }

    /// Signs in with a password and nothing else.
    public static Login withPassword(String name, String user, SecretRef password) {
        return new Login(name, user, password, null, null, null);
    }
}

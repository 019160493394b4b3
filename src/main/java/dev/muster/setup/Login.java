package dev.muster.setup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A way to sign in, used by one host or many.
///
/// @param name as in `logins:`; empty for the default login: the workstation's user with what the SSH agent and
///     `~/.ssh` hold
/// @param key  a private key; null: none given
/// @param passphrase opens the key; null: the key isn't encrypted, or the passphrase is asked for
/// @param certificate OpenSSH's certificate of the key; null: the file beside the key (`KEY-cert.pub`), if there is
///     one
/// @param agent whether the keys of the workstation's SSH agent are shown
/// @param domain of the account in Windows' directory; empty: none
/// @param keytab a Kerberos key table; null: none given
/// @param sudoPassword null: what the host allows (root, or sudo without a password)
public record Login(
        String name,
        String user,
        @Nullable SecretRef password,
        @Nullable Path key,
        @Nullable SecretRef passphrase,
        @Nullable Path certificate,
        boolean agent,
        String domain,
        @Nullable Path keytab,
        @Nullable SecretRef sudoPassword) {

    /// Without certificate, agent, domain and key table.
    public Login(
            String name,
            String user,
            @Nullable SecretRef password,
            @Nullable Path key,
            @Nullable SecretRef passphrase,
            @Nullable SecretRef sudoPassword) {
        this(name, user, password, key, passphrase, null, false, "", null, sudoPassword);
    }

    /// Signs in with a key file and nothing else.
    public static Login withKey(String name, String user, Path key) {
        return new Login(name, user, null, key, null, null);
    }

    /// Signs in with a password and nothing else.
    public static Login withPassword(String name, String user, SecretRef password) {
        return new Login(name, user, password, null, null, null);
    }

    /// Signs in with the keys of the SSH agent and nothing else.
    public static Login withAgent(String name, String user) {
        return new Login(name, user, null, null, null, null, true, "", null, null);
    }

    /// Whether it says nothing of how to sign in: then the workstation's own keys are shown.
    public boolean isBare() {
        return password == null && key == null && keytab == null && !agent;
    }
}

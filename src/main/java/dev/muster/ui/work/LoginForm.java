package dev.muster.ui.work;

/// One way to sign in, as it was typed. It holds where a secret is to be had, never the secret.
///
/// @param key  path of a private key; used with [How#KEY]
/// @param sudo whether sudo wants a password, which is then asked for
public record LoginForm(String name, String user, How how, String key, boolean sudo) {

    /// What the login shows.
    public enum How {
        KEY,
        /// the keys of the workstation's SSH agent
        AGENT,
        /// asked for when it is needed, kept in memory only
        PASSWORD_ASKED,
        /// the file says more than this window can; the window leaves it as it is
        PASSWORD_ELSEWHERE
    }

    public LoginForm withName(String newName) {
        return new LoginForm(newName, user, how, key, sudo);
    }

    public LoginForm withUser(String newUser) {
        return new LoginForm(name, newUser, how, key, sudo);
    }

    public LoginForm withHow(How newHow) {
        return new LoginForm(name, user, newHow, key, sudo);
    }

    public LoginForm withKey(String newKey) {
        return new LoginForm(name, user, how, newKey, sudo);
    }

    public LoginForm withSudo(boolean newSudo) {
        return new LoginForm(name, user, how, key, newSudo);
    }
}

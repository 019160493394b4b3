package dev.muster.setup;

import dev.muster.base.Secret;

/// Gives the secrets that a setup refers to. One source serves a whole run: it asks once for each, not once a host.
public interface SecretSource {

    /// @param ref   where it is to be had
    /// @param field what it is for, as the setup file calls it: `logins.ops.sudo.password`
    /// @throws dev.muster.base.ProblemException when it can't be had: the variable isn't set, the file is
    ///     readable by others, nobody is there to be asked
    Secret get(SecretRef ref, String field);

    /// Gets it anew, because what it was isn't taken any more: it is read once more, or asked for once more. The
    /// same again when nobody knows better.
    default Secret again(SecretRef ref, String field) {
        return get(ref, field);
    }
}

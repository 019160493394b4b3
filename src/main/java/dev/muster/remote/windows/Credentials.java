package dev.muster.remote.windows;

import dev.muster.base.Secret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What WinRM is shown.
public sealed interface Credentials {

    /// An account of the host or of a domain, by challenge and response; the password doesn't leave the
    /// workstation.
    ///
    /// @param domain empty: an account of the host itself
    record Ntlm(String domain, String user, Secret password) implements Credentials {}

    /// A local account; its password goes over the line, so only inside TLS.
    record Basic(String user, Secret password) implements Credentials {}

    /// An account of a domain, by a ticket of its Kerberos.
    ///
    /// @param realm    in capital letters; empty: the workstation's own
    /// @param password null: the ticket comes from the key table, or from the workstation's cache
    /// @param keytab   null: none
    record Kerberos(
            String realm,
            String user,
            @Nullable Secret password,
            @Nullable Path keytab) implements Credentials {}
}

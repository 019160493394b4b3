package dev.muster.practice.windows;

import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.security.auth.Subject;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.Oid;

/// Reads the tickets on one connection: Kerberos' own tokens, and the same in the wrapping of SPNEGO. Kerberos itself
/// is Java's.
final class TicketDoor {

    private static final String KERBEROS_5 = "1.2.840.113554.1.2.2";
    private static final String SPNEGO = "1.3.6.1.5.5.2";

    private final KeyTable keys;
    private final GSSContext context;

    private TicketDoor(KeyTable keys, GSSContext context) {
        this.keys = keys;
        this.context = context;
    }

    /// @return empty: the key table is no use
    static Optional<TicketDoor> with(KeyTable keys) {
        try {
            return Optional.of(new TicketDoor(keys, Subject.callAs(keys.subject(), TicketDoor::context)));
        } catch (CompletionException e) {
            return Optional.empty();
        }
    }

    private static GSSContext context() throws GSSException {
        var gss = GSSManager.getInstance();
        var mechanisms = new Oid[] {new Oid(SPNEGO), new Oid(KERBEROS_5)};
        return gss.createContext(
                gss.createCredential(null, GSSCredential.INDEFINITE_LIFETIME, mechanisms, GSSCredential.ACCEPT_ONLY));
    }

    /// What it says to a token, as base64, perhaps of no bytes.
    ///
    /// @return empty: the ticket is refused
    Optional<String> hear(byte[] token) {
        try {
            var answer = Subject.callAs(keys.subject(), () -> context.acceptSecContext(token, 0, token.length));
            var right =
                    !context.isEstablished() || context.getSrcName().toString().equals(keys.user());
            return right
                    ? Optional.of(answer == null ? "" : Base64.getEncoder().encodeToString(answer))
                    : Optional.empty();
        } catch (CompletionException | GSSException e) {
            return Optional.empty();
        }
    }

    boolean isOpen() {
        return context.isEstablished();
    }

    Sealing sealing() {
        return new KerberosSealing(context);
    }
}

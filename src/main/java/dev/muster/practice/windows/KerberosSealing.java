package dev.muster.practice.windows;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.MessageProp;

/// Kerberos' way (RFC 4121 4.2): a token each message. Windows turns it about, so that all that isn't the message
/// stands before it; the field that says by how much isn't signed, and whoever reads it turns it back.
final class KerberosSealing implements Sealing {

    private static final int HEADER = 16;
    private static final int CONFOUNDER = 16;
    private static final int TURNED = 6;

    private final GSSContext context;

    KerberosSealing(GSSContext context) {
        this.context = context;
    }

    @Override
    public Optional<byte[]> unseal(byte[] sealed) {
        try {
            var how = new MessageProp(0, false);
            var plain = context.unwrap(sealed, 0, sealed.length, how);
            return how.getPrivacy() ? Optional.of(plain) : Optional.empty();
        } catch (GSSException e) {
            return Optional.empty();
        }
    }

    @Override
    public byte[] seal(byte[] plain) {
        try {
            var token = context.wrap(plain, 0, plain.length, new MessageProp(0, true));
            var front = HEADER + CONFOUNDER + plain.length;
            return ByteBuffer.allocate(token.length)
                    .put(token, 0, HEADER)
                    .put(token, front, token.length - front)
                    .put(token, HEADER, front - HEADER)
                    .putShort(TURNED, (short) (token.length - front))
                    .array();
        } catch (GSSException e) {
            throw new IllegalStateException("who is signed in can seal", e);
        }
    }
}

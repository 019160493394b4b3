package dev.muster.remote.windows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.muster.remote.windows.WinRmFailure.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.MessageProp;

/// Kerberos' (RFC 4121 4.2): AES only. Java's token ends with a trailer, and a host of Windows wants the enciphered
/// message last: so the part after the token's header is turned round by the trailer's length, which the field RRC
/// says. That field isn't signed, and a token that comes turned is turned back by Java.
record KerberosSeals(GSSContext context) implements Seals {

    private static final String TYPE = "multipart/encrypted;protocol=\"application/HTTP-SPNEGO-session-encrypted\";"
            + "boundary=\"Encrypted Boundary\"";
    private static final String OCTETS = "application/octet-stream\r\n";
    private static final String END = "--Encrypted Boundary--\r\n";

    private static final int HEADER = 16;
    private static final int CONFOUNDER = 16;
    private static final int RRC = 6;
    private static final int SIZE = 4;

    @Override
    public Sealed seal(byte[] soap) throws WinRmFailure {
        try {
            var token = context.wrap(soap, 0, soap.length, new MessageProp(0, true));
            var front = HEADER + CONFOUNDER + soap.length;
            if (token.length <= front || token[0] != 5 || token[1] != 4) {
                throw new WinRmFailure(Kind.KERBEROS, "the ticket's cipher is older than AES");
            }
            var head = head(soap.length).getBytes(ISO_8859_1);
            var trailer = token.length - front;
            var body = ByteBuffer.allocate(head.length + SIZE + token.length + END.length())
                    .put(head)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(token.length - soap.length)
                    .order(ByteOrder.BIG_ENDIAN)
                    .put(token, 0, RRC)
                    .putShort((short) trailer)
                    .put(token, RRC + Short.BYTES, HEADER - RRC - Short.BYTES)
                    .put(token, front, trailer)
                    .put(token, HEADER, front - HEADER)
                    .put(END.getBytes(ISO_8859_1));
            return new Sealed(TYPE, body.array());
        } catch (GSSException e) {
            throw new WinRmFailure(Kind.BROKEN, String.valueOf(e.getMessage()));
        }
    }

    private static String head(int length) {
        return "--Encrypted Boundary\r\n\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n"
                + "\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=" + length + "\r\n"
                + "--Encrypted Boundary\r\n\tContent-Type: " + OCTETS;
    }

    @Override
    public byte[] open(Sealed sealed) throws WinRmFailure {
        var text = new String(sealed.body(), ISO_8859_1);
        var octets = text.indexOf(OCTETS);
        var from = octets + OCTETS.length() + SIZE;
        var to = text.lastIndexOf("--Encrypted Boundary--");
        if (octets < 0 || to < from) {
            throw new WinRmFailure(Kind.GARBLED, "an answer that isn't sealed as it says");
        }
        try {
            var how = new MessageProp(0, false);
            var plain = context.unwrap(sealed.body(), from, to - from, how);
            if (!how.getPrivacy()) {
                throw new WinRmFailure(Kind.GARBLED, "an answer that is signed and not sealed");
            }
            return plain;
        } catch (GSSException e) {
            throw new WinRmFailure(Kind.GARBLED, "a seal that doesn't fit");
        }
    }
}

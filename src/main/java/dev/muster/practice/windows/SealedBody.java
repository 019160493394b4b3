package dev.muster.practice.windows;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// How sealed SOAP travels in HTTP ([MS-WSMV] 2.2.9.1): two parts whose borders clients compare byte by byte.
final class SealedBody {

    static final String TYPE = "multipart/encrypted;protocol=\"application/HTTP-SPNEGO-session-encrypted\";"
            + "boundary=\"Encrypted Boundary\"";

    private static final String BORDER = "--Encrypted Boundary";
    private static final Pattern LENGTH = Pattern.compile("(?i)OriginalContent:[^\\r\\n]*;\\s*Length=([0-9]{1,9})");
    private static final byte[] OCTETS =
            "\tContent-Type: application/octet-stream\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = (BORDER + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    private static final int SIZE = 4;

    private SealedBody() {}

    static boolean isOne(String contentType) {
        return contentType.startsWith("multipart/encrypted");
    }

    static Optional<byte[]> open(byte[] body, Sealing sealing) {
        var head = new String(body, StandardCharsets.ISO_8859_1);
        var octets = head.indexOf("application/octet-stream\r\n");
        var end = head.lastIndexOf(BORDER + "--");
        var length = LENGTH.matcher(head);
        var from = octets + "application/octet-stream\r\n".length() + SIZE;
        if (octets < 0 || end < from || !length.find()) {
            return Optional.empty();
        }
        return sealing.unseal(Arrays.copyOfRange(body, from, end))
                .filter(plain -> plain.length == Integer.parseInt(length.group(1)));
    }

    static byte[] of(byte[] plain, Sealing sealing) {
        var head = BORDER + "\r\n\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n"
                + "\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=" + plain.length + "\r\n" + BORDER
                + "\r\n";
        var out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(OCTETS);
        var sealed = sealing.seal(plain);
        out.writeBytes(ByteBuffer.allocate(SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(sealed.length - plain.length)
                .array());
        out.writeBytes(sealed);
        out.writeBytes(END);
        return out.toByteArray();
    }
}

package dev.muster.practice.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.engines.RC4Engine;

/// NTLM's way ([MS-NLMP] 3.4): two streams that go on from message to message.
final class NtlmSealing implements Sealing {

    private static final int SIGNATURE = 16;
    private static final int CHECKSUM = 8;

    private final Direction fromClient;
    private final Direction toClient;

    NtlmSealing(byte[] key, int flags) {
        this.fromClient = new Direction(key, flags, "client-to-server");
        this.toClient = new Direction(key, flags, "server-to-client");
    }

    @Override
    public Optional<byte[]> unseal(byte[] sealed) {
        if (sealed.length < SIGNATURE) {
            return Optional.empty();
        }
        var plain = Digests.through(fromClient.stream, Arrays.copyOfRange(sealed, SIGNATURE, sealed.length));
        var wanted = fromClient.sign(plain);
        return Digests.equal(wanted, Arrays.copyOf(sealed, SIGNATURE)) ? Optional.of(plain) : Optional.empty();
    }

    @Override
    public byte[] seal(byte[] plain) {
        var cipher = Digests.through(toClient.stream, plain);
        return ByteBuffer.allocate(SIGNATURE + cipher.length)
                .put(toClient.sign(plain))
                .put(cipher)
                .array();
    }

    private static final class Direction {
        private final byte[] signKey;
        private final RC4Engine stream;
        private final boolean enciphered;
        private int sequence;

        Direction(byte[] key, int flags, String way) {
            this.signKey = Digests.md5(key, magic(way, "signing"));
            this.stream = Digests.rc4(Digests.md5(weakened(key, flags), magic(way, "sealing")));
            this.enciphered = NtlmFlags.has(flags, NtlmFlags.KEY_EXCHANGE);
        }

        private static byte[] weakened(byte[] key, int flags) {
            if (NtlmFlags.has(flags, NtlmFlags.BITS_128)) {
                return key;
            }
            return Arrays.copyOf(key, NtlmFlags.has(flags, NtlmFlags.BITS_56) ? 7 : 5);
        }

        private static byte[] magic(String way, String use) {
            return ("session key to " + way + " " + use + " key magic constant\0").getBytes(StandardCharsets.US_ASCII);
        }

        /// The checksum goes through the stream after the message.
        byte[] sign(byte[] message) {
            var number = ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(sequence++)
                    .array();
            var checksum = Arrays.copyOf(Digests.hmac(signKey, number, message), CHECKSUM);
            return ByteBuffer.allocate(SIGNATURE)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(1)
                    .put(enciphered ? Digests.through(stream, checksum) : checksum)
                    .put(number)
                    .array();
        }
    }
}

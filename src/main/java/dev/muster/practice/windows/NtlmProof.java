package dev.muster.practice.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether the third message of a logon was made by somebody who knows the password ([MS-NLMP] 3.3.2): NTLMv2 only.
final class NtlmProof {

    private static final int PROOF = 16;
    private static final int PAIRS_AT = 28;
    private static final int FLAGS_PAIR = 6;
    private static final int HAS_MIC = 2;

    private NtlmProof() {}

    /// @return the key that both sides now have; empty: not the password, or not NTLMv2
    static Optional<byte[]> key(NtlmMessage first, NtlmMessage second, NtlmMessage third, String password) {
        var response = third.response();
        if (response.length < PROOF + PAIRS_AT) {
            return Optional.empty();
        }
        var given = Arrays.copyOf(response, PROOF);
        var temp = Arrays.copyOfRange(response, PROOF, response.length);
        var responseKey = responseKey(third.user(), third.domain(), password);
        var proof = Digests.hmac(responseKey, second.challenge(), temp);
        if (!Digests.equal(proof, given)) {
            return Optional.empty();
        }
        var exchange = Digests.hmac(responseKey, proof);
        var key = NtlmFlags.has(third.answeredFlags(), NtlmFlags.KEY_EXCHANGE)
                ? Digests.through(Digests.rc4(exchange), third.sessionKey())
                : exchange;
        return isWhole(temp, key, first, second, third) ? Optional.of(key) : Optional.empty();
    }

    /// The domain is taken as it was sent: some clients send none, some the computer's name.
    static byte[] responseKey(String user, String domain, String password) {
        var hash = Digests.md4(password.getBytes(StandardCharsets.UTF_16LE));
        return Digests.hmac(hash, (user.toUpperCase(Locale.ROOT) + domain).getBytes(StandardCharsets.UTF_16LE));
    }

    /// A client that says so has signed all three messages.
    private static boolean isWhole(byte[] temp, byte[] key, NtlmMessage first, NtlmMessage second, NtlmMessage third) {
        return !hasMic(temp)
                || Digests.equal(Digests.hmac(key, first.bytes(), second.bytes(), third.withoutMic()), third.mic());
    }

    private static boolean hasMic(byte[] temp) {
        var pairs = ByteBuffer.wrap(temp).order(ByteOrder.LITTLE_ENDIAN).position(PAIRS_AT);
        while (pairs.remaining() >= 4) {
            var id = pairs.getShort();
            var size = Short.toUnsignedInt(pairs.getShort());
            if (id == 0 || size > pairs.remaining()) {
                return false;
            }
            if (id == FLAGS_PAIR && size == 4) {
                return (pairs.getInt() & HAS_MIC) != 0;
            }
            pairs.position(pairs.position() + size);
        }
        return false;
    }
}

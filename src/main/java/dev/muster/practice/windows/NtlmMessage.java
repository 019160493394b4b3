package dev.muster.practice.windows;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/// The bytes of a message of a logon by NTLM ([MS-NLMP] 2.2.1): 1 what the client can, 2 the host's challenge, 3 the
/// client's answer. Reading past its end is an [IndexOutOfBoundsException]: the message isn't one.
final class NtlmMessage {

    static final int NEGOTIATE = 1;
    static final int AUTHENTICATE = 3;

    private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHALLENGE_HEAD = 56;
    private static final int MIC_AT = 72;
    private static final int MIC_SIZE = 16;
    private static final byte[] VERSION_OF_1803 = {10, 0, (byte) 0xee, 0x42, 0, 0, 0, 15};
    private static final long SECONDS_FROM_1601_TO_1970 = 11_644_473_600L;

    private final byte[] bytes;

    NtlmMessage(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /// @return 0 when it isn't NTLM's
    int type() {
        return bytes.length > 12 && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)
                ? number(8)
                : 0;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private int number(int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    private byte[] field(int at) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var length = Short.toUnsignedInt(buffer.getShort(at));
        var field = new byte[length];
        buffer.get(buffer.getInt(at + 4), field);
        return field;
    }

    private String words(int at) {
        var unicode = NtlmFlags.has(answeredFlags(), NtlmFlags.UNICODE);
        return new String(field(at), unicode ? StandardCharsets.UTF_16LE : StandardCharsets.US_ASCII);
    }

    int offeredFlags() {
        return number(12);
    }

    byte[] challenge() {
        return Arrays.copyOfRange(bytes, 24, 32);
    }

    byte[] response() {
        return field(20);
    }

    String domain() {
        return words(28);
    }

    String user() {
        return words(36);
    }

    byte[] sessionKey() {
        return field(52);
    }

    int answeredFlags() {
        return number(60);
    }

    byte[] mic() {
        return Arrays.copyOfRange(bytes, MIC_AT, MIC_AT + MIC_SIZE);
    }

    byte[] withoutMic() {
        var without = bytes.clone();
        Arrays.fill(without, MIC_AT, MIC_AT + MIC_SIZE, (byte) 0);
        return without;
    }

    /// The second message, the host's.
    static NtlmMessage challenge(String computer, int flags, byte[] challenge, Instant now) {
        var name = computer.getBytes(StandardCharsets.UTF_16LE);
        var target = target(computer, now);
        var buffer = ByteBuffer.allocate(CHALLENGE_HEAD + name.length + target.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(SIGNATURE)
                .putInt(2)
                .putShort((short) name.length)
                .putShort((short) name.length)
                .putInt(CHALLENGE_HEAD)
                .putInt(flags)
                .put(challenge)
                .putLong(0)
                .putShort((short) target.length)
                .putShort((short) target.length)
                .putInt(CHALLENGE_HEAD + name.length)
                .put(VERSION_OF_1803)
                .put(name)
                .put(target);
        return new NtlmMessage(buffer.array());
    }

    private static byte[] target(String computer, Instant now) {
        var out = new ByteArrayOutputStream();
        var name = computer.getBytes(StandardCharsets.UTF_16LE);
        for (var id : new int[] {2, 1, 4, 3}) {
            out.writeBytes(pair(id, name));
        }
        var ticks = (now.getEpochSecond() + SECONDS_FROM_1601_TO_1970) * 10_000_000 + now.getNano() / 100;
        out.writeBytes(pair(
                7,
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(ticks)
                        .array()));
        out.writeBytes(pair(0, new byte[0]));
        return out.toByteArray();
    }

    private static byte[] pair(int id, byte[] value) {
        return ByteBuffer.allocate(4 + value.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) id)
                .putShort((short) value.length)
                .put(value)
                .array();
    }
}

package dev.muster.practice.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The arithmetic of NTLMv2 against the protocol document's own example ([MS-NLMP] 4.2.4).
class NtlmTest {

    private static final HexFormat HEX = HexFormat.of();

    private static byte[] hex(String digits) {
        return HEX.parseHex(digits.replace(" ", ""));
    }

    private static byte[] wide(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    @Test
    void the_hash_of_a_password_is_the_documents() {
        assertThat(HEX.formatHex(Digests.md4(wide("Password")))).isEqualTo("a4f49c406510bdcab6824ee7c30fd852");
        assertThat(HEX.formatHex(NtlmProof.responseKey("User", "Domain", "Password")))
                .isEqualTo("0c868a403bfd7a93a3001ef22ef02e3f");
    }

    @Test
    void the_documents_example_is_let_in_and_gives_its_key() {
        var pairs = hex(
                "02000c00" + HEX.formatHex(wide("Domain")) + "01000c00" + HEX.formatHex(wide("Server")) + "00000000");
        var temp = concat(hex("0101 000000000000 0000000000000000 aaaaaaaaaaaaaaaa 00000000"), pairs, new byte[4]);
        var first = new NtlmMessage(new byte[40]);
        var second = challenge("0123456789abcdef");
        var third = authenticate("User", "Domain", concat(hex("68cd0ab851e51c96aabc927bebef6a1c"), temp));

        assertThat(NtlmProof.key(first, second, third, "Password"))
                .hasValueSatisfying(
                        key -> assertThat(HEX.formatHex(key)).isEqualTo("8de40ccadbc14a82f15cb0ad0de95ca3"));
        assertThat(NtlmProof.key(first, second, third, "password")).isEmpty();
        assertThat(NtlmProof.key(first, challenge("0123456789abcdee"), third, "Password"))
                .as("the answer to another challenge")
                .isEmpty();
    }

    private static NtlmMessage challenge(String digits) {
        var bytes = new byte[56];
        System.arraycopy(hex(digits), 0, bytes, 24, 8);
        return new NtlmMessage(bytes);
    }

    private static NtlmMessage authenticate(String user, String domain, byte[] response) {
        var head = ByteBuffer.allocate(88).order(ByteOrder.LITTLE_ENDIAN);
        head.put("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII)).putInt(3);
        head.putInt(60, NtlmFlags.UNICODE);
        var at = 88;
        var names = new byte[][] {response, wide(domain), wide(user)};
        for (var index = 0; index < names.length; index++) {
            var size = (short) names[index].length;
            head.putShort(20 + 8 * index, size).putShort(22 + 8 * index, size).putInt(24 + 8 * index, at);
            at += size;
        }
        return new NtlmMessage(concat(head.array(), response, wide(domain), wide(user)));
    }

    private static byte[] concat(byte[]... parts) {
        var all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        var at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}

package dev.muster.practice.windows;

import java.security.MessageDigest;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.MD4Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.engines.RC4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/// The old algorithms that NTLM is made of. They protect nothing here; they are what Windows hosts speak.
final class Digests {

    private Digests() {}

    static byte[] md4(byte[] of) {
        return digest(new MD4Digest(), of);
    }

    static byte[] md5(byte[]... parts) {
        return digest(new MD5Digest(), parts);
    }

    private static byte[] digest(Digest digest, byte[]... parts) {
        for (var part : parts) {
            digest.update(part, 0, part.length);
        }
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }

    static byte[] hmac(byte[] key, byte[]... parts) {
        var mac = new HMac(new MD5Digest());
        mac.init(new KeyParameter(key));
        for (var part : parts) {
            mac.update(part, 0, part.length);
        }
        var out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    /// One stream: what is put through it later goes on where the last piece ended.
    static RC4Engine rc4(byte[] key) {
        var engine = new RC4Engine();
        engine.init(true, new KeyParameter(key));
        return engine;
    }

    static byte[] through(RC4Engine engine, byte[] bytes) {
        var out = new byte[bytes.length];
        engine.processBytes(bytes, 0, bytes.length, out, 0);
        return out;
    }

    static boolean equal(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }
}

package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.SIGN_IN;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.userauth.certificate.Certificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;

/// OpenSSH's certificate of a user's key: what an authority has signed, shown in the key's place.
///
/// @param blob as the file has it, which is as the server gets it
record UserCertificate(Blob blob, Certificate<?> content, String name) {

    private static final long USER = 1;

    /// @param shown the path as a person knows it
    static UserCertificate read(Path file, String shown) throws Trouble.Found {
        try {
            var words =
                    Files.readString(file, StandardCharsets.ISO_8859_1).strip().split("\\s+", 3);
            var blob = new Blob(Base64.getDecoder().decode(words.length > 1 ? words[1] : ""));
            if (new Buffer.PlainBuffer(blob.bytes()).readPublicKey() instanceof Certificate<?> content) {
                return new UserCertificate(blob, content, shown);
            }
            throw found(RemoteWords.CERTIFICATE_UNKNOWN, shown);
        } catch (IOException | RuntimeException e) {
            throw found(RemoteWords.CERTIFICATE_UNKNOWN, shown);
        }
    }

    /// What the server would refuse without a reason is told before it is asked.
    ///
    /// @throws Trouble.Found when it is another key's, a host's, of another time, or of other users
    UserCertificate checked(PublicKey key, String user, Instant now) throws Trouble.Found {
        if (!Blob.of(content.getKey()).equals(Blob.of(key)) || content.getType() != USER) {
            throw found(RemoteWords.CERTIFICATE_OF_ANOTHER, name);
        }
        var from = content.getValidAfter().toInstant();
        var until = content.getValidBefore().toInstant();
        if (now.isBefore(from) || now.isAfter(until)) {
            throw found(RemoteWords.CERTIFICATE_OUT_OF_TIME, name, from.toString(), until.toString());
        }
        var users = content.getValidPrincipals();
        if (!users.isEmpty() && !users.contains(user)) {
            throw found(RemoteWords.CERTIFICATE_OF_OTHERS, name, user, String.join(", ", users));
        }
        return this;
    }

    AuthBlob.Signer signer(PrivateKey key) {
        return message -> {
            var signature = algorithm(key).newSignature();
            signature.initSign(key);
            signature.update(message);
            return new Buffer.PlainBuffer()
                    .putString(signature.getSignatureName())
                    .putBytes(signature.encode(signature.sign()))
                    .getCompactData();
        };
    }

    private static KeyAlgorithm algorithm(PrivateKey key) throws IOException {
        return switch (KeyType.fromKey(key)) {
            case RSA -> KeyAlgorithms.RSASHA512().create();
            case ED25519 -> KeyAlgorithms.EdDSA25519().create();
            case ECDSA256 -> KeyAlgorithms.ECDSASHANistp256().create();
            case ECDSA384 -> KeyAlgorithms.ECDSASHANistp384().create();
            case ECDSA521 -> KeyAlgorithms.ECDSASHANistp521().create();
            default -> throw new IOException("a key that can't sign: " + KeyType.fromKey(key));
        };
    }

    private static Trouble.Found found(RemoteWords words, Object... arguments) {
        return new Trouble.Found(Trouble.of(SIGN_IN, words, arguments));
    }
}

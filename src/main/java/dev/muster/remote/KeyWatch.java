package dev.muster.remote;

import dev.muster.remote.Trust.Verdict;
import java.security.PublicKey;
import java.util.List;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import org.jspecify.annotations.Nullable;

/// Asks [Trust] about the key that one server offers, and remembers the answer: the library only hears yes or no.
final class KeyWatch implements HostKeyVerifier {

    private final Trust trust;
    private final Target target;
    private volatile @Nullable HostKey offered;
    private volatile @Nullable Verdict verdict;

    KeyWatch(Trust trust, Target target) {
        this.trust = trust;
        this.target = target;
    }

    @Override
    public boolean verify(String ignoredHost, int ignoredPort, PublicKey key) {
        var blob = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
        var asOffered = HostKey.of(
                target.way(),
                target.address(),
                target.port(),
                KeyType.fromKey(key).toString(),
                blob);
        var said = trust.judge(asOffered);
        offered = asOffered;
        verdict = said;
        return said instanceof Verdict.Trusted;
    }

    /// Types of key that are known of this host come first in our offer, as OpenSSH does it; or a host with
    /// several keys would show another one and look changed.
    @Override
    public List<String> findExistingAlgorithms(String ignoredHost, int ignoredPort) {
        return trust.types(target.way(), target.address(), target.port()).stream()
                .flatMap(type -> signatures(type).stream())
                .toList();
    }

    private static List<String> signatures(String type) {
        return type.equals("ssh-rsa") ? List.of("rsa-sha2-512", "rsa-sha2-256", "ssh-rsa") : List.of(type);
    }

    /// The key that was offered; null when the connection didn't get so far.
    @Nullable
    HostKey offered() {
        return offered;
    }

    @Nullable
    Verdict verdict() {
        return verdict;
    }
}

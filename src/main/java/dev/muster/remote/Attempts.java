package dev.muster.remote;

import dev.muster.base.Secret;
import dev.muster.base.Sha256;
import dev.muster.setup.Login;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Keeps a wrong password from locking an account. A host that has refused one isn't given it again. Until one host
/// has accepted it, hosts get it one after another, and after two refusals nobody else does: accounts in a directory
/// are often locked after three.
///
/// Passwords are remembered as salted hashes in memory only.
final class Attempts {

    /// What a password is for.
    enum Use {
        SIGN_IN,
        SUDO
    }

    enum Answer {
        /// try it, then say what came of it by [Turn#accepted] or [Turn#refused], and close the turn
        TRY,
        /// this host has refused it before
        REFUSED_HERE,
        /// other hosts have refused it and none has accepted it
        REFUSED_ELSEWHERE
    }

    private static final int MOST_REFUSALS = 2;

    private final byte[] salt = new byte[16];
    private final Map<String, Credential> credentials = new ConcurrentHashMap<>();

    Attempts(SecureRandom random) {
        random.nextBytes(salt);
    }

    /// Waits until it is this host's turn.
    Turn turn(Use use, Login login, Secret secret, String host) throws InterruptedException {
        var credential = credentials.computeIfAbsent(
                hash(use, login, secret), _ -> new Credential(ConcurrentHashMap.newKeySet()));
        credential.turns.acquire();
        var answer = credential.answer(host);
        if (answer != Answer.TRY || credential.proven) {
            credential.turns.release();
            return new Turn(answer, credential, host, false);
        }
        return new Turn(answer, credential, host, true);
    }

    /// This host may be asked again: its account, or the login, has been mended.
    void forget(String host) {
        credentials.values().forEach(credential -> credential.refusedBy.remove(host));
    }

    private String hash(Use use, Login login, Secret secret) {
        var bytes = SecretBytes.of(secret);
        try {
            var digest = Sha256.digest();
            digest.update(salt);
            digest.update((use + "\n" + login.name() + "\n" + login.user() + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
            return HexFormat.of().formatHex(digest.digest());
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// One host's go with one password.
    record Turn(Answer answer, Credential credential, String host, boolean alone) implements AutoCloseable {

        void accepted() {
            credential.proven = true;
        }

        void refused() {
            credential.refusedBy.add(host);
        }

        int refusals() {
            return credential.refusedBy.size();
        }

        @Override
        public void close() {
            if (alone) {
                credential.turns.release();
            }
        }
    }

    private static final class Credential {
        private final Semaphore turns = new Semaphore(1, true);
        private final Set<String> refusedBy;
        private volatile boolean proven;

        Credential(Set<String> refusedBy) {
            this.refusedBy = refusedBy;
        }

        Answer answer(String host) {
            if (refusedBy.contains(host)) {
                return Answer.REFUSED_HERE;
            }
            return !proven && refusedBy.size() >= MOST_REFUSALS ? Answer.REFUSED_ELSEWHERE : Answer.TRY;
        }
    }
}

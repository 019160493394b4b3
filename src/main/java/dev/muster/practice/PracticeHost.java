package dev.muster.practice;

import dev.muster.practice.rancher.PracticeRancher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;

/// One practice host: an SSH server on loopback and a machine behind it.
final class PracticeHost implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String USER = "ops";

    private final Personality personality;
    private final KeyPair key;
    private final SshServer server;
    private final Jobs jobs;
    private final Agent agent;

    PracticeHost(
            Personality personality,
            Pace pace,
            Credentials credentials,
            PracticeRancher rancher,
            KeyPair key,
            Neighbourhood neighbours) {
        this.personality = personality;
        this.key = key;
        var machine = new Machine(personality);
        neighbours.moveIn(personality.address());
        this.agent = new Agent(
                rancher,
                pace,
                new Agent.Place(personality.host(), "linux", personality.address(), personality.slowness()));
        this.jobs = new Jobs(new Steps(machine, pace, credentials, agent));
        var scripts =
                new Scripts(machine, pace, new FactSheet(machine, rancher), jobs, InstantSource.system(), neighbours);
        this.server = SshServer.setUpDefaultServer();
        server.setHost(LOOPBACK);
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPasswordAuthenticator(
                (user, password, _) -> USER.equals(user) && equal(password, credentials.password()));
        server.setCommandFactory((_, words) -> new HostCommand(words, personality, credentials.sudo(), scripts));
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        CoreModuleProperties.NIO_WORKERS.set(server, 2);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ofHours(2));
    }

    private static boolean equal(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    void open() throws IOException {
        server.start();
    }

    Personality personality() {
        return personality;
    }

    int port() {
        return server.getPort();
    }

    PracticeKey key() {
        var written = PublicKeyEntry.toString(key.getPublic()).split(" ", -1);
        return new PracticeKey(
                personality.host(),
                LOOPBACK,
                port(),
                written[0],
                KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic()),
                written[1]);
    }

    @Override
    public void close() {
        try {
            jobs.stopAll();
            agent.close();
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

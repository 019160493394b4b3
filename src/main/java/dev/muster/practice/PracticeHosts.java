package dev.muster.practice;

import dev.muster.base.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.sshd.common.util.security.SecurityUtils;

/// Seven hosts to practise with: `lin1` healthy, `lin2` slow, `lin3` with an earlier cluster's leftovers, `lin4`
/// whose sudo password the setup has wrong, `lin5` of another architecture, `win1` a healthy Windows, `win2` a
/// Windows that Rancher 2.1 doesn't know. They listen on loopback while this is open; whoever opens it closes it.
public final class PracticeHosts implements AutoCloseable {

    private final List<PracticeHost> hosts;
    private final List<PracticeWindows> windows;
    private final Credentials credentials;
    private final AtomicBoolean closed = new AtomicBoolean();

    private PracticeHosts(List<PracticeHost> hosts, List<PracticeWindows> windows, Credentials credentials) {
        this.hosts = List.copyOf(hosts);
        this.windows = List.copyOf(windows);
        this.credentials = credentials;
    }

    /// Starts them, with keys, passwords and a token made anew.
    ///
    /// @param speed 1: as a person can follow it; 100: for tests
    public static PracticeHosts start(double speed) throws IOException {
        try {
            var random = new SecureRandom();
            var name = Credentials.SERVER.replace("https://", "");
            var authority = Certificate.forName(name);
            var checksum = Sha256.hex(authority.getBytes(StandardCharsets.US_ASCII));
            var credentials = Credentials.fresh(random, checksum);
            return start(new Pace(speed), credentials, authority);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a Java without Ed25519", e);
        }
    }

    private static PracticeHosts start(Pace pace, Credentials credentials, String authority)
            throws IOException, GeneralSecurityException {
        var started = new ArrayList<PracticeHost>();
        var windows = new ArrayList<PracticeWindows>();
        var neighbours = new Neighbourhood();
        var complete = false;
        try {
            for (var personality : Personality.all()) {
                var key =
                        SecurityUtils.getKeyPairGenerator(SecurityUtils.ED25519).generateKeyPair();
                var host = new PracticeHost(personality, pace, credentials, authority, key, neighbours);
                started.add(host);
                host.open();
            }
            for (var personality : WindowsPersonality.all()) {
                windows.add(PracticeWindows.open(personality, pace, credentials, authority, neighbours));
            }
            complete = true;
            return new PracticeHosts(started, windows, credentials);
        } finally {
            if (!complete) {
                started.forEach(PracticeHost::close);
                windows.forEach(PracticeWindows::close);
            }
        }
    }

    /// The text of a setup file that joins them to a Rancher v2.1.6. It refers to its secrets by
    /// [#environment()].
    public String setupText() {
        return SetupSheet.text(hosts, windows);
    }

    /// The secrets of this practice by the names that the setup file has for them: registration command and
    /// passwords.
    public Map<String, String> environment() {
        return credentials.environment();
    }

    /// What the hosts' keys and certificates really are, so that one can practise comparing; nothing is confirmed
    /// by itself.
    public List<PracticeKey> keys() {
        return Stream.concat(
                        hosts.stream().map(PracticeHost::key), windows.stream().map(PracticeWindows::key))
                .toList();
    }

    /// Ends all that runs on the hosts, then the hosts. A second time it does nothing.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            hosts.forEach(PracticeHost::close);
            windows.forEach(PracticeWindows::close);
        }
    }
}

package dev.muster.practice;

import dev.muster.practice.rancher.PracticeRancher;
import dev.muster.practice.rancher.Release;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.sshd.common.util.security.SecurityUtils;

/// Seven hosts to practise with, of the years of one Rancher. `lin1` healthy, `lin2` slow, `lin3` with an earlier
/// cluster's leftovers, `lin4` whose sudo password the setup has wrong, `lin5` of another architecture; for 2.1
/// `win1` a healthy Windows and `win2` one that it doesn't know, for today `win1` without the feature Containers and
/// `win2` healthy. They listen on loopback while this is open; whoever opens it closes it.
public final class PracticeHosts implements AutoCloseable {

    static final String CLUSTER = "practice";

    private final Release release;
    private final PracticeRancher rancher;
    private final List<PracticeHost> hosts;
    private final List<PracticeWindows> windows;
    private final Credentials credentials;
    private final AtomicBoolean closed = new AtomicBoolean();

    private PracticeHosts(
            Release release,
            PracticeRancher rancher,
            List<PracticeHost> hosts,
            List<PracticeWindows> windows,
            Credentials credentials) {
        this.release = release;
        this.rancher = rancher;
        this.hosts = List.copyOf(hosts);
        this.windows = List.copyOf(windows);
        this.credentials = credentials;
    }

    /// Starts them, with keys, passwords and a token made anew.
    ///
    /// @param speed 1: as a person can follow it; 100: for tests
    public static PracticeHosts start(double speed) throws IOException {
        return start(speed, Release.V2_1_6);
    }

    /// The same, of the years of another Rancher.
    public static PracticeHosts start(double speed, Release release) throws IOException {
        var rancher = PracticeRancher.start(release);
        try {
            var random = new SecureRandom();
            var credentials = Credentials.fresh(random, rancher, CLUSTER);
            return start(release, new Pace(speed), credentials, rancher);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a Java without Ed25519", e);
        }
    }

    private static PracticeHosts start(Release release, Pace pace, Credentials credentials, PracticeRancher rancher)
            throws IOException, GeneralSecurityException {
        var started = new ArrayList<PracticeHost>();
        var windows = new ArrayList<PracticeWindows>();
        var neighbours = new Neighbourhood();
        var complete = false;
        try {
            for (var personality : Personality.of(release)) {
                var key =
                        SecurityUtils.getKeyPairGenerator(SecurityUtils.ED25519).generateKeyPair();
                var host = new PracticeHost(personality, pace, credentials, rancher, key, neighbours);
                started.add(host);
                host.open();
            }
            for (var personality : WindowsPersonality.of(release)) {
                windows.add(PracticeWindows.open(personality, pace, credentials, rancher, neighbours));
            }
            complete = true;
            return new PracticeHosts(release, rancher, started, windows, credentials);
        } finally {
            if (!complete) {
                rancher.close();
                started.forEach(PracticeHost::close);
                windows.forEach(PracticeWindows::close);
            }
        }
    }

    /// The text of a setup file that joins them to practice Rancher. It refers to its secrets by
    /// [#environment()].
    public String setupText() {
        return SetupSheet.text(release, rancher, hosts, windows);
    }

    /// The text of a setup file that cleans two of them: one that was a node, and one that wasn't.
    public String cleaningText() {
        return SetupSheet.cleaning(hosts);
    }

    /// The secrets of this practice by the names that the setup file has for them: registration command, a token
    /// for practice Rancher's API, passwords.
    public Map<String, String> environment() {
        return credentials.environment();
    }

    /// The Rancher that they join.
    public PracticeRancher rancher() {
        return rancher;
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
            rancher.close();
        }
    }
}

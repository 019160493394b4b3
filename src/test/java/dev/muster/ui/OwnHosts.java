package dev.muster.ui;

import dev.muster.flow.Home;
import dev.muster.practice.PracticeHosts;
import dev.muster.practice.PracticeKey;
import dev.muster.remote.HostKey;
import dev.muster.remote.HostLock;
import dev.muster.remote.Opened;
import dev.muster.remote.SshReach;
import dev.muster.remote.Trust;
import dev.muster.setup.file.Drafts;
import dev.muster.setup.file.SetupFile;
import dev.muster.setup.secrets.Asker;
import dev.muster.setup.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Practice hosts that the window takes for an admin's own: they are in a draft, and no page says that this is
/// practice.
final class OwnHosts implements AutoCloseable {

    static final String DRAFT = "practice";

    private final PracticeHosts hosts;
    private final Home home;

    private OwnHosts(PracticeHosts hosts, Home home) {
        this.hosts = hosts;
        this.home = home;
    }

    /// @param home  Muster's folder, with nothing in it yet
    /// @param speed 1: as a person can follow it
    static OwnHosts start(Path home, double speed) throws IOException {
        return new OwnHosts(PracticeHosts.start(speed), new Home(home));
    }

    Map<String, String> environment() {
        return hosts.environment();
    }

    String command() {
        return hosts.environment().get("PRACTICE_REGISTRATION");
    }

    /// A setup file with these hosts only, which join by a pasted command.
    String setup(String... names) {
        var wanted = List.of(names);
        return hosts.setupText()
                .lines()
                .filter(line -> !line.startsWith("  ca:"))
                .map(line -> line.startsWith("  api:") ? "  registration: {env: PRACTICE_REGISTRATION}" : line)
                .filter(line -> !line.contains("- {name: ")
                        || wanted.stream().anyMatch(it -> line.contains("{name: " + it + ",")))
                .filter(line -> wanted.contains("lin3") || !line.startsWith("accept:") && !line.contains("host: lin3"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /// Leaves a draft behind, as if somebody had gone home in the middle of the work.
    void draft(String setup) throws IOException {
        new Drafts(home.drafts()).keep(DRAFT, "", setup);
    }

    /// All hosts' keys were compared and confirmed another day.
    void confirmed() {
        hosts.keys().forEach(key -> trust().confirm(hostKey(key)));
    }

    void confirmed(String host) {
        hosts.keys().stream().filter(key -> key.host().equals(host)).forEach(key -> trust().confirm(hostKey(key)));
    }

    /// Another day, this host had another key.
    void confirmedAnotherKey(String host) {
        var keys = hosts.keys().stream()
                .collect(Collectors.partitioningBy(key -> key.host().equals(host)));
        var now = keys.get(true).getFirst();
        var others = keys.get(false).stream()
                .filter(key -> key.type().equals(now.type()))
                .findFirst()
                .orElseThrow();
        trust().confirm(new HostKey(now.address(), now.port(), others.type(), others.fingerprint(), others.base64()));
    }

    String fingerprint(String host) {
        return hosts.keys().stream()
                .filter(key -> key.host().equals(host))
                .findFirst()
                .orElseThrow()
                .fingerprint();
    }

    private Trust trust() {
        return new Trust(home.trust(), List.of());
    }

    private static HostKey hostKey(PracticeKey key) {
        return new HostKey(key.address(), key.port(), key.type(), key.fingerprint(), key.base64());
    }

    /// Somebody else's run takes the lock of a host of this setup, and keeps it.
    void lock(String setup, String host, HostLock.Holder holder) throws Exception {
        var read = SetupFile.parse(setup, "setup.yaml", home.folder());
        try (var secrets = new Secrets(environment(), Asker.NOBODY);
                var reach = new SshReach(trust(), secrets, read.limits())) {
            var wanted = read.hosts(it -> it.name().value().equals(host)).getFirst();
            if (!(reach.open(wanted) instanceof Opened.Ready ready)
                    || !(new HostLock(ready.connection(), host).take(holder) instanceof HostLock.Taken)) {
                throw new AssertionError(host + " couldn't be locked");
            }
        }
    }

    @Override
    public void close() {
        hosts.close();
    }
}

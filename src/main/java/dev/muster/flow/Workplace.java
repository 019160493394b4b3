package dev.muster.flow;

import dev.muster.catalog.Catalog;
import dev.muster.remote.Trust;
import dev.muster.run.RunStore;
import dev.muster.run.Workstation;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;

/// Where Muster works: its folder, the keys it trusts, its catalogue, and what it takes from the machine under it.
public record Workplace(
        Home home, Trust trust, Catalog catalog, Clock clock, RandomGenerator random, Workstation workstation) {

    /// This machine, with Muster's things in `home`. Counts the host keys that OpenSSH has confirmed here, too.
    public static Workplace here(Home home, Path userHome) {
        var known = List.of(userHome.resolve(".ssh/known_hosts"), Path.of("/etc/ssh/ssh_known_hosts"));
        return new Workplace(
                home,
                new Trust(home.trust(), known),
                Catalog.with(home.catalogue()),
                Clock.system(ZoneId.systemDefault()),
                new SecureRandom(),
                me());
    }

    private static Workstation me() {
        return new Workstation(
                System.getProperty("user.name", "?"),
                machine(),
                ProcessHandle.current().pid());
    }

    /// The machine's name as its user knows it; the network isn't asked.
    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "?";
        }
    }

    public RunStore runs() {
        return new RunStore(home.runs());
    }
}

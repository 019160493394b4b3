package dev.muster.bench;

import dev.muster.base.HostName;
import dev.muster.remote.Opened;
import dev.muster.remote.Reach;
import dev.muster.remote.SshReach;
import dev.muster.remote.Trust;
import dev.muster.script.Script;
import dev.muster.setup.Host;
import dev.muster.setup.Limits;
import dev.muster.setup.Login;
import dev.muster.setup.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs a script on every host of a list, so many times in sequence, over Muster's own way to hosts. Words: a folder
/// for the trust in host keys, a private key, the list, the script's name, how often. Exit 1 when a host failed.
public final class FleetOfMuster {

    private static final int AT_ONCE = 32;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private FleetOfMuster() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        var trust = new Trust(Path.of(words[0], "trust"), List.of());
        var login = Login.withKey("root", "root", Path.of(words[1]));
        var addresses = Files.readAllLines(Path.of(words[2]));
        var script = Script.of("bench/" + words[3] + ".sh");
        var times = Integer.parseInt(words[4]);
        var places = new Semaphore(AT_ONCE);
        var left = new CountDownLatch(addresses.size());
        var good = new AtomicInteger();
        try (var reach = new SshReach(trust, (_, _) -> null, new Limits(AT_ONCE, Duration.ofSeconds(10)))) {
            for (var address : addresses) {
                var host = Host.linux(
                                new HostName("h" + address.replace('.', '-')), address, Set.of(Role.WORKER), login)
                        .withPort(2222);
                Thread.startVirtualThread(() -> {
                    try {
                        places.acquire();
                        if (isDone(reach, trust, host, script, times)) {
                            good.incrementAndGet();
                        }
                    } catch (Exception e) {
                        System.err.println(address + ": " + e);
                    } finally {
                        places.release();
                        left.countDown();
                    }
                });
            }
            left.await();
        }
        if (good.get() != addresses.size()) {
            System.err.println(good + " of " + addresses.size());
            System.exit(1);
        }
    }

    private static boolean isDone(Reach reach, Trust trust, Host host, Script script, int times) throws Exception {
        if (reach.open(host) instanceof Opened.KeyUnknown unknown) {
            trust.confirm(unknown.offered());
        }
        if (!(reach.open(host) instanceof Opened.Ready ready)) {
            return false;
        }
        for (var i = 0; i < times; i++) {
            if (ready.connection().run(script, LIMIT).exit() != 0) {
                return false;
            }
        }
        return true;
    }
}

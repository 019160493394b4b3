package dev.muster.bench;

import dev.muster.base.HostName;
import dev.muster.remote.Connection;
import dev.muster.remote.Opened;
import dev.muster.remote.Reach;
import dev.muster.remote.SshReach;
import dev.muster.remote.Transfers;
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

/// Runs a script on every host of a list, so many times in sequence, over Muster's own way to hosts; or puts a file
/// there. Words: a folder for the trust in host keys, a private key, the list, the script's name or the file's path,
/// how often or the folder to put it in. Exit 1 when a host failed.
public final class FleetOfMuster {

    private static final int AT_ONCE = 32;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private FleetOfMuster() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        var trust = new Trust(Path.of(words[0], "trust"), List.of());
        var login = Login.withKey("root", "root", Path.of(words[1]));
        var addresses = Files.readAllLines(Path.of(words[2]));
        var work = work(words[3], words[4]);
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
                        if (isDone(reach, trust, host, work)) {
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

    /// What is done on a host.
    @FunctionalInterface
    private interface Work {
        boolean isDone(Host host, Connection connection) throws Exception;
    }

    private static Work work(String what, String how) {
        if (what.startsWith("/")) {
            return (host, connection) -> !Transfers.over(connection)
                    .orElseThrow()
                    .put(Path.of(what, host.address()), how + "/" + host.address(), "0600", Transfers.Progress.NOBODY)
                    .sha256()
                    .isEmpty();
        }
        var script = Script.of("bench/" + what + ".sh");
        var times = Integer.parseInt(how);
        return (_, connection) -> {
            for (var i = 0; i < times; i++) {
                if (connection.run(script, LIMIT).exit() != 0) {
                    return false;
                }
            }
            return true;
        };
    }

    private static boolean isDone(Reach reach, Trust trust, Host host, Work work) throws Exception {
        if (reach.open(host) instanceof Opened.KeyUnknown unknown) {
            trust.confirm(unknown.offered());
        }
        return reach.open(host) instanceof Opened.Ready ready && work.isDone(host, ready.connection());
    }
}

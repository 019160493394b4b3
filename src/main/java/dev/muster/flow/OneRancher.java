package dev.muster.flow;

import dev.muster.base.Secret;
import dev.muster.plan.ApiStep;
import dev.muster.plan.JoinPlanner;
import dev.muster.plan.Wait;
import dev.muster.rancher.NodeState;
import dev.muster.rancher.NodeWatch;
import dev.muster.rancher.Rancher;
import dev.muster.rancher.Registering;
import dev.muster.run.RancherSide;
import dev.muster.setup.Setup;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one run has to do with Rancher: one sign-in and one watch, each begun with the first step that needs it.
final class OneRancher implements RancherSide {

    /// Hosts that join at the same time take the same answer; an hour later it may be another one.
    private static final Duration FRESH = Duration.ofSeconds(30);

    private record Fetched(Secret token, long at) {}

    private final Setup setup;
    private final Supplier<Rancher> door;
    private @Nullable Rancher rancher;
    private @Nullable NodeWatch watch;
    private @Nullable Fetched fetched;

    OneRancher(Setup setup, Supplier<Rancher> door) {
        this.setup = setup;
        this.door = door;
    }

    @Override
    public Said next(Wait wait, @Nullable Said before, Duration limit) throws InterruptedException {
        var nodes = watch(wait.cluster());
        var end = System.nanoTime() + limit.toNanos();
        NodeState last = null;
        while (true) {
            var left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            last = nodes.next(wait.node(), last, left, wait.timeout());
            var said = new Said(last.state(), last.message(), last.active());
            if (!said.equals(before)) {
                return said;
            }
        }
    }

    @Override
    public synchronized Made make(ApiStep step) throws InterruptedException {
        var made = registering().make(step.request());
        return new Made(made.already(), made.cluster().value());
    }

    @Override
    public synchronized Optional<Secret> secret(String name) throws InterruptedException {
        if (!name.equals(JoinPlanner.TOKEN)) {
            return Optional.empty();
        }
        if (fetched == null || System.nanoTime() - fetched.at() > FRESH.toNanos()) {
            fetched = new Fetched(registering().token(), System.nanoTime());
        }
        return Optional.of(fetched.token());
    }

    private synchronized NodeWatch watch(String cluster) throws InterruptedException {
        if (watch == null) {
            watch = rancher().watch(cluster);
        }
        return watch;
    }

    private Registering registering() {
        return Registering.of(rancher(), setup);
    }

    private synchronized Rancher rancher() {
        if (rancher == null) {
            rancher = door.get();
        }
        return rancher;
    }

    @Override
    public synchronized void close() {
        if (watch != null) {
            watch.close();
        }
        if (rancher != null) {
            rancher.close();
        }
    }
}

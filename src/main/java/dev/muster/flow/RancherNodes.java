package dev.muster.flow;

import dev.muster.plan.Wait;
import dev.muster.rancher.NodeState;
import dev.muster.rancher.NodeWatch;
import dev.muster.rancher.Rancher;
import dev.muster.run.Nodes;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What Rancher says of the nodes of one run: one sign-in and one watch, begun with the first step that waits.
final class RancherNodes implements Nodes {

    private final Supplier<Rancher> door;
    private @Nullable Rancher rancher;
    private @Nullable NodeWatch watch;

    RancherNodes(Supplier<Rancher> door) {
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

    private synchronized NodeWatch watch(String cluster) throws InterruptedException {
        if (rancher == null) {
            rancher = door.get();
        }
        if (watch == null) {
            watch = rancher.watch(cluster);
        }
        return watch;
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

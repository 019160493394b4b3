package dev.muster.rancher;

import dev.muster.base.HostName;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What Rancher says of one cluster's nodes, as it changes: by a websocket, and by asking where there is none or it
/// breaks. One watch serves all hosts, however many wait. Whoever starts it closes it.
///
/// The list is asked for after the websocket is open, so that nothing is missed in between, and now and then beside
/// it, because a proxy can keep a dead one open.
public final class NodeWatch implements AutoCloseable {

    /// @param listening how often the list is asked for while the websocket lives
    /// @param asking    how often where there is none
    record Rhythm(Duration listening, Duration asking) {

        static final Rhythm USUAL = new Rhythm(Duration.ofSeconds(60), Duration.ofSeconds(5));
    }

    private final ClusterId cluster;
    private final Wire wire;
    private final Session session;
    private final Rhythm rhythm;
    private final LinkedBlockingQueue<NodeSocket.Signal> signals = new LinkedBlockingQueue<>();
    private final Map<String, NodeState> states = new HashMap<>();
    private final Thread thread;
    private @Nullable RuntimeException broken;
    private String trouble = "";

    private NodeWatch(ClusterId cluster, Wire wire, Session session, Rhythm rhythm) {
        this.cluster = cluster;
        this.wire = wire;
        this.session = session;
        this.rhythm = rhythm;
        this.thread = Thread.ofVirtual().name("nodes of " + cluster).unstarted(this::run);
    }

    static NodeWatch start(ClusterId cluster, Wire wire, Session session, Rhythm rhythm) {
        var watch = new NodeWatch(cluster, wire, session, rhythm);
        watch.thread.start();
        return watch;
    }

    /// Waits until Rancher says of a node something else than before.
    ///
    /// @param before what was heard last; null: nothing yet
    /// @param limit  until when to wait
    /// @param whole  how long it has been waited for the node by then, all in all
    /// @throws ProblemException when the limit is over, with what Rancher said last; or Rancher can't be asked
    public synchronized NodeState next(HostName node, @Nullable NodeState before, Duration limit, Duration whole)
            throws InterruptedException {
        var end = System.nanoTime() + limit.toNanos();
        while (true) {
            if (broken != null) {
                throw broken;
            }
            var state = states.get(node.value());
            if (state != null && !state.equals(before)) {
                return state;
            }
            var left = end - System.nanoTime();
            if (left <= 0) {
                throw tooLate(node, state, whole);
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private ProblemException tooLate(HostName node, @Nullable NodeState state, Duration limit) {
        if (state == null) {
            return problem(
                    node,
                    Text.of(RancherWords.NODE_NEVER_CAME, node, limit, cluster.value()),
                    Text.of(RancherWords.NODE_NEVER_CAME_WHY, trouble.isEmpty() ? "-" : trouble),
                    Text.of(RancherWords.NODE_NEVER_CAME_FIX, node));
        }
        return problem(
                node,
                Text.of(RancherWords.NODE_NOT_ACTIVE, node, limit, state.state()),
                Text.of(RancherWords.NODE_NOT_ACTIVE_WHY, state.message().isEmpty() ? "-" : state.message()),
                Text.of(RancherWords.NODE_NOT_ACTIVE_FIX, node));
    }

    private static ProblemException problem(HostName node, Text what, Text why, Text fix) {
        return new ProblemException(new Problem(Problem.Kind.STEP, Place.field("hosts", node.value()), what, why, fix));
    }

    private void run() {
        NodeSocket socket = null;
        try {
            while (true) {
                if (socket == null) {
                    socket = NodeSocket.open(wire, session.token(), signals);
                }
                list();
                if (!hear(socket == null ? rhythm.asking() : rhythm.listening())) {
                    socket = null;
                }
            }
        } catch (InterruptedException e) {
            // closed
        } catch (RuntimeException e) {
            breakUp(e);
        } finally {
            if (socket != null) {
                socket.close();
            }
        }
    }

    private void list() throws InterruptedException {
        try {
            var nodes = Pages.all(session, wire.server(), "/v3/nodes?limit=1000&clusterId=" + cluster.value());
            note("");
            nodes.forEach(this::take);
        } catch (ApiFailure failure) {
            switch (failure.kind()) {
                // it may come back: whoever waits has a limit
                case LOST, UNREACHABLE, BUSY, NOT_AN_API -> note(failure.message());
                case CERTIFICATE, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, REFUSED -> throw session.problem(failure);
            }
        }
    }

    /// Takes what the websocket says until it is time to ask.
    ///
    /// @return false: the websocket has ended
    private boolean hear(Duration time) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        while (true) {
            var signal = signals.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            switch (signal) {
                case null -> {
                    return true;
                }
                case NodeSocket.Signal.Ended() -> {
                    return false;
                }
                case NodeSocket.Signal.Changed(var node) -> {
                    if (node.path("clusterId").asString("").equals(cluster.value())) {
                        take(node);
                    }
                }
            }
        }
    }

    private synchronized void take(JsonNode node) {
        var state = NodeState.of(node);
        states.put(state.name(), state);
        notifyAll();
    }

    private synchronized void note(String what) {
        trouble = what;
    }

    private synchronized void breakUp(RuntimeException why) {
        broken = why;
        notifyAll();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

package dev.muster.practice;

import dev.muster.practice.rancher.PracticeRancher;
import java.util.Set;

/// The agent on one practice host: it registers at practice Rancher, and calls in until its node is active.
final class Agent implements AutoCloseable {

    private static final long BETWEEN_CALLS = 1500;

    private final PracticeRancher rancher;
    private final Pace pace;
    private final Place place;
    private final Thread thread;
    private String token = "";
    private String node = "";
    private Set<String> roles = Set.of();

    /// Where it runs.
    ///
    /// @param os       `linux`, `windows`
    /// @param slowness how many times slower the host is than the others
    record Place(String host, String os, String address, int slowness) {}

    Agent(PracticeRancher rancher, Pace pace, Place place) {
        this.rancher = rancher;
        this.pace = pace;
        this.place = place;
        this.thread = Thread.ofVirtual().name("agent of " + place.host()).unstarted(this::callIn);
    }

    Place place() {
        return place;
    }

    /// @return whether Rancher knows the token
    boolean registers(String registrationToken, String nodeName, Set<String> nodeRoles) {
        token = registrationToken;
        node = nodeName;
        roles = Set.copyOf(nodeRoles);
        return calls();
    }

    /// Begins to call in by itself; a second time it does nothing.
    void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    private void callIn() {
        try {
            while (!rancher.hears(token, node) && calls()) {
                pace.pass(BETWEEN_CALLS * place.slowness());
            }
        } catch (InterruptedException e) {
            // the host is gone
        }
    }

    private boolean calls() {
        return rancher.calls(token, node, roles, place.address(), place.os());
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

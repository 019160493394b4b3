package dev.muster.practice;

import java.util.ArrayList;
import java.util.List;

/// What changes on a practice host that runs Windows: its feature, and the agent by which it joins. Safe for many
/// threads.
final class WindowsNode implements Joinable {

    private final WindowsRuns runs;
    private final List<String> agentsWords = new ArrayList<>();
    private String containers;
    private long pendingSince = -1;
    private String service = "";
    private boolean joined;
    private boolean takenIn;

    /// @param containers the state of the feature: `Installed`, `Available`
    WindowsNode(WindowsRuns runs, String containers) {
        this.runs = runs;
        this.containers = containers;
    }

    /// The state of the feature Containers, as Windows names it: what was installed is there from the next start
    /// on.
    synchronized String containers() {
        if (pendingSince >= 0 && runs.fileTime() != pendingSince) {
            pendingSince = -1;
            containers = "Installed";
        }
        return containers;
    }

    synchronized void installContainers() {
        containers = "InstallPending";
        pendingSince = runs.fileTime();
    }

    @Override
    public synchronized boolean isJoined() {
        return joined;
    }

    /// @param name of the agent's service: `rancher-agent`, `rancher-wins`
    synchronized void serve(String name) {
        service = name;
    }

    /// Empty: it has no agent.
    synchronized String service() {
        return service;
    }

    @Override
    public synchronized void registered() {
        joined = true;
    }

    @Override
    public synchronized void takenIn() {
        takenIn = true;
    }

    synchronized boolean isTakenIn() {
        return takenIn;
    }

    @Override
    public synchronized void agentSays(String line) {
        agentsWords.add(line);
    }

    /// The agent's last lines, at most so many.
    synchronized List<String> agentsWords(int count) {
        return List.copyOf(agentsWords.subList(Math.max(0, agentsWords.size() - count), agentsWords.size()));
    }
}

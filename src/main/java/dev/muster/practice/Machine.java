package dev.muster.practice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What changes on a practice host while one practises: modules, settings, whether it is joined. Safe for many
/// threads.
final class Machine implements Joinable {

    private final Personality personality;
    private final Clutter clutter;
    private final Set<String> loaded = new TreeSet<>(List.of(
            "br_netfilter",
            "ip_tables",
            "iptable_filter",
            "iptable_nat",
            "nf_conntrack",
            "nf_conntrack_ipv4",
            "nf_defrag_ipv4",
            "nf_nat",
            "nf_nat_ipv4",
            "overlay",
            "veth",
            "x_tables",
            "xt_addrtype",
            "xt_conntrack"));
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<String> agentsWords = new ArrayList<>();
    private Stage stage = Stage.NOT_JOINED;

    /// How far its join has come.
    enum Stage {
        NOT_JOINED,
        /// the registration command's own container runs
        REGISTERED,
        /// the cluster's own agent has replaced it
        TAKEN_IN
    }

    Machine(Personality personality) {
        this.personality = personality;
        clutter = Clutter.of(personality);
        // CentOS ships them switched off
        var bridged = personality.os().isRedHat() ? "0" : "1";
        settings.put("net.bridge.bridge-nf-call-iptables", bridged);
        settings.put("net.bridge.bridge-nf-call-ip6tables", bridged);
        settings.put("net.ipv4.ip_forward", "1");
        settings.put("net.ipv4.conf.all.forwarding", "1");
        settings.put("net.ipv4.conf.all.rp_filter", "1");
        settings.put("net.ipv6.conf.all.forwarding", "0");
        settings.put("net.ipv6.conf.all.disable_ipv6", "0");
        settings.put("fs.inotify.max_user_instances", "128");
        settings.put("fs.inotify.max_user_watches", "8192");
        settings.put("kernel.pid_max", "32768");
        settings.put("user.max_user_namespaces", "31843");
        settings.put("vm.overcommit_memory", "0");
        settings.put("vm.swappiness", "60");
    }

    Personality personality() {
        return personality;
    }

    Clutter clutter() {
        return clutter;
    }

    synchronized boolean isLoaded(String module) {
        return loaded.contains(module);
    }

    synchronized void load(String module) {
        loaded.add(module);
    }

    synchronized Map<String, String> settings() {
        return new LinkedHashMap<>(settings);
    }

    synchronized void set(String name, String value) {
        settings.put(name, value);
    }

    @Override
    public synchronized void agentSays(String line) {
        agentsWords.add(line);
    }

    /// The agent's last lines, at most so many.
    synchronized List<String> agentsWords(int count) {
        return List.copyOf(agentsWords.subList(Math.max(0, agentsWords.size() - count), agentsWords.size()));
    }

    @Override
    public synchronized boolean isJoined() {
        return stage != Stage.NOT_JOINED;
    }

    @Override
    public void registered() {
        reach(Stage.REGISTERED);
    }

    @Override
    public void takenIn() {
        reach(Stage.TAKEN_IN);
    }

    synchronized Stage stage() {
        return stage;
    }

    private synchronized void reach(Stage next) {
        stage = next;
    }
}

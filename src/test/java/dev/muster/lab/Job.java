package dev.muster.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A join of lab hosts, ready to be run: hosts as just installed, a setup file as an admin would write it, and a
/// Muster that has never run before. What isn't as Rancher 2.1 was tested with is accepted in the file, each with its
/// reason.
record Job(Lab lab, List<LabHost> hosts, List<String> logins, MusterHome muster, Path file) {

    /// The soft findings of every lab host, and why they are taken.
    static final Map<String, String> SOFT = Map.of(
            "host.os", "the lab is Debian 12",
            "docker.version", "Debian's Docker, newer than the line's",
            "clock.synchronised", "the lab's hosts share this machine's clock");

    /// Found or not, by what else this machine does: accepted, and left out where findings are counted.
    static final String DISK = "host.disk-fsync";

    private static final String LOGIN_OPS = "{user: ops, key: %s}";

    static Job of(Path folder, List<String> agentSettings, String... names) {
        var lab = Lab.open();
        return with(folder, lab, lab.fresh(agentSettings, names), LOGIN_OPS.formatted(lab.key()), lab.registration());
    }

    /// A job on hosts that are there already, with one login for all.
    static Job with(
            Path folder, Lab lab, List<LabHost> hosts, String login, String registration, String... environment) {
        return with(folder, lab, hosts, List.of(login), registration, environment);
    }

    /// A job on hosts that are there already.
    ///
    /// @param logins the first host has the first, and so on, from the beginning again
    static Job with(
            Path folder,
            Lab lab,
            List<LabHost> hosts,
            List<String> logins,
            String registration,
            String... environment) {
        var variables = new ArrayList<>(List.of(environment));
        variables.addAll(List.of("REGISTRATION", registration));
        var muster = MusterHome.of(folder.resolve("home"), variables.toArray(String[]::new));
        var file = muster.file("lab.muster.yaml", setup(lab, hosts, logins, SOFT));
        return new Job(lab, hosts, logins, muster, file);
    }

    /// The same job, with other soft findings accepted.
    Job accepting(Map<String, String> soft) {
        muster.file("lab.muster.yaml", setup(lab, hosts, logins, soft));
        return this;
    }

    Ended check(String... more) {
        return call("check", more);
    }

    Ended plan(String... more) {
        return call("plan", more);
    }

    /// The run with its events.
    Ended run() {
        return call("run", "--yes", "--json");
    }

    Program startRun() {
        return muster.start("run", file.toString(), "--yes", "--json", "--trust-new");
    }

    Ended resume() {
        return muster.muster("resume", "last", "--json");
    }

    /// What the last run's log has of one host.
    List<String> logOf(LabHost host) {
        return Events.of(muster.muster("log", "last", "--json", "--host", host.name())
                        .orFail()
                        .out())
                .said(host.name());
    }

    private Ended call(String command, String... more) {
        var words = new ArrayList<>(List.of(command, file.toString(), "--trust-new"));
        words.addAll(List.of(more));
        return muster.muster(words.toArray(String[]::new));
    }

    private static String setup(Lab lab, List<LabHost> hosts, List<String> logins, Map<String, String> soft) {
        var lines = new StringBuilder("""
            muster: 1
            name: lab
            goal: join
            rancher: {version: v2.1.6, server: "%s", registration: {env: REGISTRATION}}
            cluster: {name: lab, kubernetes: v1.11.6-rancher1-1, network: canal}
            logins:
            """.formatted(lab.server()));
        for (var i = 0; i < logins.size(); i++) {
            lines.append("  login%d: %s%n".formatted(i, logins.get(i)));
        }
        lines.append("hosts:\n");
        for (var i = 0; i < hosts.size(); i++) {
            var host = hosts.get(i);
            var roles = i == 0 ? "etcd, controlplane, worker" : "worker";
            lines.append("  - {name: %s, address: %s, roles: [%s], login: login%d}%n"
                    .formatted(host.name(), host.address(), roles, i % logins.size()));
        }
        if (!soft.isEmpty()) {
            lines.append("accept:\n  - {check: %s, because: \"the lab's machine has other work\"}%n".formatted(DISK));
        }
        for (var host : hosts) {
            soft.forEach((check, why) ->
                    lines.append("  - {check: %s, host: %s, because: \"%s\"}%n".formatted(check, host.name(), why)));
        }
        return lines.toString();
    }
}

package dev.muster.setup.file;

import static dev.muster.setup.SetupWords.*;

import dev.muster.setup.file.HostRows.Row;
import dev.muster.setup.file.Tree.Scalar;
import dev.muster.setup.shape.Trouble;
import java.util.List;
import java.util.Set;

/// Which roles go together in a join. Source: Rancher 2.1 documentation, `windows-clusters` and `production`; etcd's
/// FAQ on odd cluster sizes.
final class RoleRules {

    private static final Set<String> OF_A_JOIN = Set.of("etcd", "controlplane", "worker");

    private final List<Row> hosts;
    private final Report report;

    RoleRules(List<Row> hosts, Report report) {
        this.hosts = hosts;
        this.report = report;
    }

    void check() {
        for (var host : hosts) {
            host.roles().stream()
                    .filter(role -> !OF_A_JOIN.contains(role.written()))
                    .forEach(role -> add(host, role, Trouble.of(ROLE_OF_INSTALL, host.called(), role.written())));
            if (windows(host)) {
                host.roles().stream()
                        .filter(role -> OF_A_JOIN.contains(role.written())
                                && !role.written().equals("worker"))
                        .findFirst()
                        .ifPresent(role -> add(host, role, Trouble.of(WINDOWS_ROLE, host.called(), role.written())));
            }
        }
        if (hosts.stream().noneMatch(host -> report.troubled(host.field() + ".roles"))) {
            oddEtcd();
            linuxWorker();
        }
    }

    private void oddEtcd() {
        var etcd = hosts.stream().filter(host -> host.has("etcd")).toList();
        if (etcd.size() % 2 == 0 && !etcd.isEmpty()) {
            var names = etcd.stream().limit(10).map(Row::called).toList();
            var last = etcd.getLast();
            report.add(
                    last.spot(), "hosts", "", Trouble.of(ETCD_EVEN, String.valueOf(etcd.size()), names, last.called()));
        }
    }

    private void linuxWorker() {
        var windows = hosts.stream().filter(this::windows).toList();
        if (!windows.isEmpty() && hosts.stream().noneMatch(host -> !windows(host) && host.has("worker"))) {
            var first = windows.getFirst();
            report.add(first.spot(), "hosts", "", Trouble.of(WINDOWS_ALONE, first.called()));
        }
    }

    private boolean windows(Row host) {
        return host.scalar("os").map(os -> os.written().equals("windows")).orElse(false);
    }

    private void add(Row host, Scalar role, Trouble trouble) {
        report.add(role.at(), host.field() + ".roles", role.written(), trouble);
    }
}

package dev.muster.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A check changes nothing on a host: every file, its content and its times, packet filters, mounts, processes,
/// listeners and containers are the same before and after, on a host with its own systemd, sshd and Docker that gets
/// every question, etcd's disk too.
///
/// One thing moves: the time of etcd's folder, in which the timed file had its name for a moment. Left out are what
/// signing in writes by itself (logs, the login's runtime folder) and what no disk holds (/proc, /sys, /dev, /run;
/// /tmp is looked at by itself).
@Tag("lab")
class ReadOnlyTest {

    private static final String PRUNED = "-path /proc -o -path /sys -o -path /dev -o -path /run -o -path /var/log";

    private static final Map<String, String> LOOKS = looks();

    @TempDir
    private Path folder;

    private static Map<String, String> looks() {
        var looks = new LinkedHashMap<String, String>();
        looks.put(
                "files",
                "find / -xdev \\( " + PRUNED + " \\) -prune -o -printf '%p %y %m %U:%G %s %T@ %C@ %l\\n'"
                        + " | sed -E 's|^(/var/lib/etcd d [^ ]* [^ ]* [^ ]*) .*|\\1|' | sort");
        looks.put("contents", "find / -xdev \\( " + PRUNED + " \\) -prune -o -type f -exec sha256sum {} + | sort");
        looks.put("memory disks", "find /tmp /var/lib/etcd -printf '%p %y %m %U:%G %s\\n' | sort");
        looks.put(
                "packet filters",
                "for t in iptables-nft iptables-legacy ip6tables-nft ip6tables-legacy; do"
                        + " echo $t; $t-save 2>/dev/null | sed -E '/^#/d; s/ ?\\[[0-9:]*\\]$//'; done; ipset list -n");
        looks.put("settings", "sysctl -a 2>/dev/null | grep -E '^(net\\.(bridge|ipv[46]\\.(ip_forward|conf))|vm\\.)'");
        looks.put("modules", "cut -d' ' -f1 /proc/modules | sort");
        looks.put("mounts", "awk '$5 !~ \"^/run/user/\" { print $5, $6, $9, $10 }' /proc/1/mountinfo | sort");
        looks.put(
                "processes",
                "ps -eo user:20,args | grep -vE 'sshd|systemd --user|\\(sd-pam\\)|\\(ps\\)| ps -eo|grep -vE|sh -c|"
                        + " sort$' | grep -vE '\\[.*\\]$' | sort");
        looks.put("listeners", "ss -Hlntu | awk '{ print $1, $5 }' | sort");
        looks.put("routes and interfaces", "ip -o addr | sed 's/valid_lft.*//'; ip route");
        looks.put(
                "containers",
                "docker ps -aq --no-trunc; docker images -q --no-trunc | sort; docker volume ls -q | sort");
        return looks;
    }

    private static Map<String, List<String>> all(LabHost host) {
        var all = new LinkedHashMap<String, List<String>>();
        LOOKS.forEach(
                (name, command) -> all.put(name, host.says(command).lines().toList()));
        return all;
    }

    @Test
    void a_check_changes_nothing_on_a_real_host() {
        var job = Job.of(folder, List.of(), "n4");
        var host = job.hosts().getFirst();
        var before = all(host);
        // what is compared is really there
        assertThat(before.get("files")).hasSizeGreaterThan(1_000);
        assertThat(before.get("contents")).hasSizeGreaterThan(1_000);
        assertThat(before.get("processes")).anyMatch(line -> line.contains("dockerd"));

        var checked = job.check("--json");

        assertThat(checked.exit()).as(checked::toString).isZero();
        var asked = Events.document(checked).path("hosts").path(0).path("facts");
        assertThat(asked.path("etcdDisk").path("value").path("writes").asInt())
                .as("etcd's disk was timed")
                .isPositive();
        assertThat(asked.at("/outlook/rancher/value/outcome/value/status").asInt())
                .as("Rancher was asked")
                .isEqualTo(200);
        var after = all(host);
        LOOKS.keySet().forEach(look -> {
            assertThat(less(before.get(look), after.get(look)))
                    .as("gone: " + look)
                    .isEmpty();
            assertThat(less(after.get(look), before.get(look)))
                    .as("new: " + look)
                    .isEmpty();
        });
    }

    private static List<String> less(List<String> these, List<String> those) {
        var known = Set.copyOf(those);
        return these.stream().filter(line -> !known.contains(line)).toList();
    }

    /// A change that is one is seen: the looks aren't blind.
    @Test
    void what_does_change_is_seen() {
        var job = Job.of(folder, List.of(), "n4");
        var host = job.hosts().getFirst();
        var before = all(host);

        host.says("echo x >>/etc/motd; touch /var/lib/etcd/y; iptables -N SEEN; ip link add seen0 type bridge;"
                + " mount -t tmpfs tmpfs /mnt; setsid sleep 300 >/dev/null 2>&1 & sleep 0.3");

        var after = all(host);
        for (var look : List.of("files", "contents", "memory disks", "packet filters", "mounts", "processes")) {
            assertThat(after.get(look)).as(look).isNotEqualTo(before.get(look));
        }
    }
}

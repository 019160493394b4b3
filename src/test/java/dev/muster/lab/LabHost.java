package dev.muster.lab;

import java.util.List;

/// A host of the lab, asked as its root behind Muster's back.
record LabHost(String name, String address) {

    /// What a command says there; it must end with 0.
    String says(String command) {
        return Lab.call("exec", name, "sh", "-c", command).out();
    }

    /// How often the agent's stand-in was started there.
    long agentStarts() {
        return says("cat /run/stand-in-agent.record 2>/dev/null || :").lines().count();
    }

    /// SHA-256 of the tokens it was started with.
    List<String> tokensSeen() {
        return says("sed -n 's/.*token-sha256=\\([0-9a-f]*\\).*/\\1/p' /run/stand-in-agent.record")
                .lines()
                .toList();
    }

    /// All that Muster, Docker and Kubernetes could have left there, in an order that doesn't change.
    String traces() {
        return says("""
            docker ps -a --no-trunc --format '{{.ID}} {{.Image}} {{.Names}} {{.Status}}' | sed 's/ Up .*/ Up/' | sort
            for d in /var/lib/muster /etc/kubernetes /etc/cni /opt/cni /var/lib/kubelet /var/lib/rancher /etc/modules-load.d /etc/sysctl.d; do
                find "$d" 2>/dev/null | sort
            done
            for t in iptables-nft iptables-legacy; do $t-save 2>/dev/null | sed -E '/^#/d; s/ ?\\[[0-9:]*\\]$//'; done
            sysctl -a 2>/dev/null | grep -E '^(net.ipv4.ip_forward|net.bridge|vm.overcommit|kernel.panic)' | sort
            """);
    }
}

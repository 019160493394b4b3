package dev.muster.setup;

import dev.muster.base.HostName;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One host of the setup, with the setup's defaults filled in.
///
/// @param address name, IPv4 or IPv6 (without brackets), to reach it by
/// @param port    1 to 65535; the way's own unless told
/// @param roles   never empty, in the order of [Role]
/// @param way     how it is talked to
/// @param via     the bastion before it; null: reached from the workstation
/// @param internalAddress given to the agent as `--internal-address`; empty: not given
/// @param nodeName the node's name in the cluster; the host's name unless told
/// @param labels  in the order of their keys
public record Host(
        HostName name,
        String address,
        int port,
        Os os,
        Set<Role> roles,
        Login login,
        Way way,
        @Nullable Bastion via,
        String internalAddress,
        HostName nodeName,
        SortedMap<String, String> labels,
        List<String> taints) {

    public Host {
        roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        taints = List.copyOf(taints);
    }

    /// Talked to in the way that is usual for its system.
    public Host(
            HostName name,
            String address,
            int port,
            Os os,
            Set<Role> roles,
            Login login,
            @Nullable Bastion via,
            String internalAddress,
            HostName nodeName,
            SortedMap<String, String> labels,
            List<String> taints) {
        this(name, address, port, os, roles, login, Way.usual(os), via, internalAddress, nodeName, labels, taints);
    }

    /// A Linux host with SSH's port and no extras.
    public static Host linux(HostName name, String address, Set<Role> roles, Login login) {
        return new Host(name, address, 22, Os.LINUX, roles, login, null, "", name, new TreeMap<>(Map.of()), List.of());
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /// Whether it runs what a cluster can't be without: etcd or the control plane.
    public boolean isServer() {
        return has(Role.ETCD) || has(Role.CONTROLPLANE) || has(Role.SERVER);
    }

    public Host withPort(int newPort) {
        return new Host(name, address, newPort, os, roles, login, way, via, internalAddress, nodeName, labels, taints);
    }

    public Host withOs(Os newOs) {
        return new Host(
                name,
                address,
                port,
                newOs,
                roles,
                login,
                os == newOs ? way : Way.usual(newOs),
                via,
                internalAddress,
                nodeName,
                labels,
                taints);
    }

    public Host withVia(@Nullable Bastion newVia) {
        return new Host(name, address, port, os, roles, login, way, newVia, internalAddress, nodeName, labels, taints);
    }

    public Host withWay(Way newWay) {
        return new Host(name, address, port, os, roles, login, newWay, via, internalAddress, nodeName, labels, taints);
    }
}

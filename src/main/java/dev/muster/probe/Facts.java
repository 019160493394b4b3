package dev.muster.probe;

import dev.muster.base.Bytes;
import dev.muster.base.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one host says of itself. Each fact is known, or unknown with the reason.
///
/// @param hostName     the host's own name, as the kernel has it
/// @param os           after `/etc/os-release`
/// @param architecture as `uname -m` says: `x86_64`
/// @param kernel       as `uname -r` says
/// @param init         the name of process 1: `systemd`
/// @param cpus         processors online
/// @param memory       all that the kernel has
/// @param swap         all that is switched on; zero when none is
/// @param disks        by the path that matters: `/var/lib/docker`, `/var/lib/kubelet`, `/var/lib/rancher`,
///     `/var/lib/etcd`, `/var/log`, and Docker's root directory where that is another one
/// @param modules      by name: loaded, built in, to be had, or missing
/// @param cgroups      version and controllers
/// @param sysctls      by name, as written in `/proc/sys`
/// @param addresses    of every interface that is up
/// @param routes       the main routing table, IPv4
/// @param sourceToInternet the address from which the host would reach 8.8.8.8: what the agent of 2.1 takes without
///     `--address`; empty when there is no route to it
/// @param clock        against the workstation's
/// @param listeners    TCP and UDP, with the process when root could see it
/// @param membership   whether a Rancher's agent has been here
/// @param rancherServers names of the containers that run Rancher itself
/// @param leftovers    of an earlier cluster (or of the present one, when the host is a node), never what belongs to
///     others; empty when there are none
/// @param etcdMembers  addresses of the members of the etcd that runs here, this host's own among them; empty: none
///     runs
/// @param appArmor     the kernel's and its tool
/// @param networkManager whether it leaves a cluster's interfaces alone
/// @param cattleId     what an agent of today's lines calls this host; empty: none has been here
/// @param etcdDisk     how fast etcd's disk is, of hosts that get etcd
/// @param outlook      Rancher, registries and proxies as the host sees them
/// @param windows what only Windows says; empty: it isn't a Windows host
public record Facts(
        Reading<String> hostName,
        Reading<OsRelease> os,
        Reading<String> architecture,
        Reading<String> kernel,
        Reading<String> init,
        Reading<Integer> cpus,
        Reading<Bytes> memory,
        Reading<Bytes> swap,
        Map<String, Reading<DiskSpace>> disks,
        Map<String, Reading<ModuleState>> modules,
        Reading<Cgroups> cgroups,
        Map<String, Reading<String>> sysctls,
        Reading<SelinuxMode> selinux,
        Reading<Firewall> firewall,
        Reading<Resolver> resolver,
        Reading<String> machineId,
        Reading<String> productUuid,
        Reading<List<InterfaceAddress>> addresses,
        Reading<List<Route>> routes,
        Reading<String> sourceToInternet,
        Reading<Clock> clock,
        Reading<TimeSync> timeSync,
        Reading<String> timeZone,
        Reading<Docker> docker,
        Reading<List<Listener>> listeners,
        Reading<Membership> membership,
        Reading<List<String>> rancherServers,
        Reading<List<Leftover>> leftovers,
        Reading<List<String>> etcdMembers,
        Reading<AppArmor> appArmor,
        Reading<NetworkKeeper> networkManager,
        Reading<String> cattleId,
        Reading<FsyncTimes> etcdDisk,
        Outlook outlook,
        Optional<WindowsFacts> windows) {

    public Facts {
        disks = Map.copyOf(disks);
        modules = Map.copyOf(modules);
        sysctls = Map.copyOf(sysctls);
    }
}

package dev.muster.assess.host;

import dev.muster.assess.Check;
import java.util.List;
import java.util.stream.Stream;

/// The list of this package's checks, in the order in which they are shown.
public final class HostChecks {

    private HostChecks() {}

    public static List<Check> all() {
        var onFacts = Stream.<Check>of(
                new HostOs(),
                new HostArch(),
                new HostInit(),
                new HostCpu(),
                new HostMemory(),
                new HostDiskSpace(),
                new HostInodes(),
                new HostDiskFsync(),
                new HostKernel(),
                new HostModules(),
                new HostCgroup(),
                new HostSysctl(),
                new HostSwap(),
                new HostSelinux(),
                new HostAppArmor(),
                new HostFirewall(),
                new HostNetworkKeeper(),
                new HostResolv(),
                new HostProxy(),
                Twins.machineId(),
                Twins.productUuid(),
                new CattleId(),
                new AddressOnHost(),
                new AddressStatic(),
                new AddressRoute(),
                new ClockSkew(),
                new ClockSynchronised(),
                new ClockZone(),
                new DockerPresent(),
                new DockerVersion(),
                new DockerSocket(),
                new DockerStorage(),
                new PortsFree(),
                new RancherUrl(),
                new RancherChain(),
                new RancherClock(),
                new RegistryReach(),
                PortsOpen.tcp(),
                PortsOpen.udp(),
                new NetworkMtu(),
                new NetworkLatency(),
                new NetworkLoss(),
                new NetworkCidr(),
                new NetworkLayer2(),
                new JoinedHere(),
                new JoinedElsewhere(),
                new RancherServer(),
                new LeftoversFound());
        return Stream.concat(ReachRung.all().stream(), onFacts).toList();
    }
}

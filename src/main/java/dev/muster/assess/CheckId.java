package dev.muster.assess;

import dev.muster.setup.Goal;
import java.util.Set;

/// The checks' ids, `area.thing`; they never change their meaning. The list in the README equals this one.
public enum CheckId {
    REACH_DNS("reach.dns"),
    REACH_TCP("reach.tcp"),
    REACH_HOST_KEY("reach.host-key"),
    REACH_CERTIFICATE("reach.certificate"),
    REACH_SIGN_IN("reach.sign-in"),
    REACH_PRIVILEGE("reach.privilege"),
    HOST_OS("host.os"),
    HOST_ARCH("host.arch"),
    HOST_INIT("host.init"),
    HOST_CPU("host.cpu"),
    HOST_MEMORY("host.memory"),
    HOST_DISK_SPACE("host.disk-space"),
    HOST_INODES("host.inodes"),
    HOST_DISK_FSYNC("host.disk-fsync"),
    HOST_KERNEL("host.kernel"),
    HOST_MODULES("host.modules"),
    HOST_CGROUP("host.cgroup"),
    HOST_SYSCTL("host.sysctl"),
    HOST_SWAP("host.swap"),
    HOST_SELINUX("host.selinux"),
    HOST_APPARMOR("host.apparmor"),
    HOST_FIREWALL("host.firewall"),
    HOST_NETWORK_MANAGER("host.network-manager"),
    HOST_RESOLV("host.resolv"),
    HOST_PROXY("host.proxy"),
    NAME_VALID("name.valid"),
    NAME_UNIQUE("name.unique"),
    NAME_MATCHES("name.matches"),
    NAME_NETBIOS("name.netbios"),
    IDENTITY_MACHINE_ID("identity.machine-id"),
    IDENTITY_PRODUCT_UUID("identity.product-uuid"),
    IDENTITY_CATTLE_ID("identity.cattle-id"),
    ADDRESS_ON_HOST("address.on-host"),
    ADDRESS_STATIC("address.static"),
    ADDRESS_ROUTE("address.route"),
    CLOCK_SKEW("clock.skew"),
    CLOCK_SYNCHRONISED("clock.synchronised"),
    CLOCK_ZONE("clock.zone"),
    DOCKER_PRESENT("docker.present"),
    DOCKER_VERSION("docker.version"),
    DOCKER_SOCKET("docker.socket"),
    DOCKER_STORAGE("docker.storage"),
    PORTS_FREE("ports.free"),
    PORTS_OPEN("ports.open"),
    PORTS_UDP("ports.udp"),
    NETWORK_MTU("network.mtu"),
    NETWORK_LATENCY("network.latency"),
    NETWORK_LOSS("network.loss"),
    NETWORK_CIDR("network.cidr"),
    NETWORK_LAYER2("network.layer2"),
    LEFTOVERS_FOUND("leftovers.found"),
    LEFTOVERS_JOINED_HERE("leftovers.joined-here"),
    LEFTOVERS_JOINED_ELSEWHERE("leftovers.joined-elsewhere"),
    LEFTOVERS_RANCHER_SERVER("leftovers.rancher-server"),
    ROLES_ETCD("roles.etcd"),
    ROLES_CONTROLPLANE("roles.controlplane"),
    ROLES_WORKER("roles.worker"),
    ROLES_QUORUM("roles.quorum"),
    ROLES_FAILOVER("roles.failover"),
    ROLES_WINDOWS("roles.windows"),
    ROLES_LINUX_WORKER("roles.linux-worker"),
    REGISTRATION_READABLE("registration.readable"),
    REGISTRATION_SERVER("registration.server"),
    REGISTRATION_VERSION("registration.version"),
    REGISTRATION_ROLES("registration.roles"),
    REGISTRATION_FLAGS("registration.flags"),
    REGISTRATION_CA("registration.ca"),
    RANCHER_URL("rancher.url"),
    RANCHER_CHAIN("rancher.chain"),
    RANCHER_CLOCK("rancher.clock"),
    REGISTRY_REACH("registry.reach"),
    RANCHER_LINE("rancher.line"),
    RANCHER_KUBERNETES("rancher.kubernetes"),
    RANCHER_NETWORK("rancher.network"),
    WINDOWS_LINE("windows.line"),
    WINDOWS_KUBERNETES("windows.kubernetes"),
    WINDOWS_BUILD("windows.build"),
    WINDOWS_EDITION("windows.edition"),
    WINDOWS_LANGUAGE("windows.language"),
    WINDOWS_DRIVE("windows.drive"),
    WINDOWS_POWERSHELL("windows.powershell"),
    WINDOWS_ELEVATION("windows.elevation"),
    WINDOWS_UAC("windows.uac"),
    WINDOWS_CONTAINERS("windows.containers"),
    WINDOWS_REBOOT_PENDING("windows.reboot-pending"),
    WINDOWS_DOCKER("windows.docker"),
    WINDOWS_ISOLATION("windows.isolation"),
    WINDOWS_REVISION("windows.revision"),
    WINDOWS_ANTIVIRUS("windows.antivirus"),
    WINDOWS_QUOTA("windows.quota"),
    WINDOWS_TLS("windows.tls"),
    WINDOWS_HNS("windows.hns"),
    CLEAN_QUORUM("clean.quorum"),
    CLEAN_CLUSTER_MEMBER("clean.cluster-member"),
    CLEAN_ITEMS("clean.items"),
    CLEAN_SNAPSHOTS("clean.snapshots"),
    CLEAN_FOREIGN("clean.foreign");

    private final String id;

    CheckId(String id) {
        this.id = id;
    }

    /// `host.disk-space`
    public String id() {
        return id;
    }

    /// Whether it is asked for a setup's goal. A cleaning wants to know whom it reaches and what it would hurt;
    /// whether the host would do for a node is another matter.
    boolean concerns(Goal goal) {
        return switch (goal) {
            case JOIN -> !area().equals("clean");
            case CLEAN ->
                Set.of("reach", "clean").contains(area())
                        || Set.of(NAME_VALID, NAME_UNIQUE, LEFTOVERS_RANCHER_SERVER)
                                .contains(this);
        };
    }

    /// The part before the dot, which groups checks: `host`.
    public String area() {
        return id.substring(0, id.indexOf('.'));
    }
}

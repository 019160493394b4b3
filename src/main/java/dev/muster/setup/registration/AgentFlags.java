package dev.muster.setup.registration;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The flags that agents know. Source: rancher/rancher v2.1.6, `package/run.sh` and `package/windows/start.ps1`;
/// rancher/system-agent v0.15.0, `install.sh`.
enum AgentFlags {
    SERVER(true),
    TOKEN(true),
    CA_CHECKSUM(true),
    NODE_NAME(true),
    ADDRESS(true),
    INTERNAL_ADDRESS(true),
    LABEL(true),
    TAINT(true),
    ALL_ROLES(false),
    ETCD(false),
    CONTROLPLANE(false),
    WORKER(false),
    /// what it asks of the agent is no concern of a join
    OTHER_SWITCH(false),
    OTHER_VALUE(true);

    /// What both agents on Linux know.
    private static final Map<String, AgentFlags> LINUX = Map.ofEntries(
            Map.entry("-s", SERVER),
            Map.entry("--server", SERVER),
            Map.entry("-t", TOKEN),
            Map.entry("--token", TOKEN),
            Map.entry("-c", CA_CHECKSUM),
            Map.entry("--ca-checksum", CA_CHECKSUM),
            Map.entry("-n", NODE_NAME),
            Map.entry("--node-name", NODE_NAME),
            Map.entry("--address", ADDRESS),
            Map.entry("-i", INTERNAL_ADDRESS),
            Map.entry("--internal-address", INTERNAL_ADDRESS),
            Map.entry("-l", LABEL),
            Map.entry("--label", LABEL),
            Map.entry("-a", ALL_ROLES),
            Map.entry("--all-roles", ALL_ROLES),
            Map.entry("-e", ETCD),
            Map.entry("--etcd", ETCD),
            Map.entry("-p", CONTROLPLANE),
            Map.entry("--controlplane", CONTROLPLANE),
            Map.entry("-w", WORKER),
            Map.entry("--worker", WORKER));

    private static final Map<String, AgentFlags> RUN_SH = Map.of(
            "-r", OTHER_SWITCH,
            "--no-register", OTHER_SWITCH,
            "-o", OTHER_SWITCH,
            "--only-write-certs", OTHER_SWITCH,
            "-d", OTHER_SWITCH,
            "--debug", OTHER_SWITCH);

    private static final Map<String, AgentFlags> INSTALL_SH =
            Map.of("--taint", TAINT, "--taints", TAINT, "--no-roles", OTHER_SWITCH);

    /// PowerShell's parameters: capitals don't matter.
    private static final Map<String, AgentFlags> WINDOWS = Map.of(
            "-server", SERVER,
            "-token", TOKEN,
            "-cachecksum", CA_CHECKSUM,
            "-nodename", NODE_NAME,
            "-address", ADDRESS,
            "-internaladdress", INTERNAL_ADDRESS,
            "-label", LABEL,
            "-customizekubeletoptions", OTHER_VALUE,
            "-customizekubeproxyoptions", OTHER_VALUE,
            "-fgrun", OTHER_SWITCH);

    private static final Map<String, AgentFlags> ENVIRONMENT = Map.ofEntries(
            Map.entry("CATTLE_SERVER", SERVER),
            Map.entry("CATTLE_TOKEN", TOKEN),
            Map.entry("CATTLE_CA_CHECKSUM", CA_CHECKSUM),
            Map.entry("CATTLE_NODE_NAME", NODE_NAME),
            Map.entry("CATTLE_ADDRESS", ADDRESS),
            Map.entry("CATTLE_INTERNAL_ADDRESS", INTERNAL_ADDRESS),
            Map.entry("CATTLE_NODE_LABEL", LABEL),
            Map.entry("ALL", ALL_ROLES),
            Map.entry("ETCD", ETCD),
            Map.entry("CONTROL", CONTROLPLANE),
            Map.entry("WORKER", WORKER));

    private final boolean takesValue;

    AgentFlags(boolean takesValue) {
        this.takesValue = takesValue;
    }

    boolean takesValue() {
        return takesValue;
    }

    static Optional<AgentFlags> of(Dialect dialect, String flag) {
        return Optional.ofNullable(
                switch (dialect) {
                    case RUN_SH -> RUN_SH.getOrDefault(flag, LINUX.get(flag));
                    case INSTALL_SH -> INSTALL_SH.getOrDefault(flag, LINUX.get(flag));
                    case START_PS1 ->
                        flag.equalsIgnoreCase("-debug") ? OTHER_SWITCH : WINDOWS.get(flag.toLowerCase(Locale.ROOT));
                });
    }

    /// By the name of the variable that does the same.
    static Optional<AgentFlags> ofVariable(String name) {
        return Optional.ofNullable(ENVIRONMENT.get(name));
    }
}

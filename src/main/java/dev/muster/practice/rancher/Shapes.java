package dev.muster.practice.rancher;

import dev.muster.practice.rancher.Shape.Fields;
import dev.muster.practice.rancher.Shape.Flag;
import dev.muster.practice.rancher.Shape.ListOf;
import dev.muster.practice.rancher.Shape.Whole;
import dev.muster.practice.rancher.Shape.Word;
import dev.muster.practice.rancher.Shape.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The bodies that Rancher takes, as far as a join sends them.
///
/// Source: rancher-2.1 facts §§2.2 to 2.5; rancher-today facts §§3.2, 3.4.
final class Shapes {

    private static final Shape WORD = new Word(Set.of());
    private static final Shape FLAG = new Flag();
    private static final Shape WHOLE = new Whole();
    private static final Shape WORDS = new Words();

    static final Shape LOGIN = login(Map.of());

    /// `/v1-public/login` wants the kind of provider in the body.
    static final Shape LOGIN_V1 = login(Map.of("type", new Word(Set.of("localProvider"))));

    static final Shape CHANGE_PASSWORD = of(Map.of("currentPassword", WORD, "newPassword", WORD));
    static final Shape TOKEN =
            new Fields(Map.of("type", word("token"), "description", WORD, "ttl", WHOLE), Set.of("type"));
    static final Shape SETTING = of(Map.of("name", WORD, "value", WORD));
    static final Shape REGISTRATION_TOKEN = of(Map.of("type", word("clusterRegistrationToken"), "clusterId", WORD));

    private static final Shape NETWORK_21 = new Fields(
            Map.of(
                    "type", word("networkConfig"),
                    "plugin", new Word(Set.of("canal", "flannel", "calico", "weave")),
                    "options", WORDS,
                    "canalNetworkProvider", of(Map.of("iface", WORD)),
                    "flannelNetworkProvider", of(Map.of("iface", WORD))),
            Set.of("plugin"));

    private static final Shape SERVICES_21 = new Fields(
            Map.of(
                    "type", word("rkeConfigServices"),
                    "kubeApi",
                            new Fields(
                                    Map.of(
                                            "type", word("kubeAPIService"),
                                            "podSecurityPolicy", FLAG,
                                            "serviceNodePortRange", WORD,
                                            "serviceClusterIpRange", WORD),
                                    Set.of()),
                    "kubeController",
                            new Fields(
                                    Map.of(
                                            "type", word("kubeControllerService"),
                                            "clusterCidr", WORD,
                                            "serviceClusterIpRange", WORD),
                                    Set.of()),
                    "kubelet", new Fields(Map.of("type", word("kubeletService"), "clusterDnsServer", WORD), Set.of()),
                    "etcd",
                            new Fields(
                                    Map.of(
                                            "type", word("etcdService"),
                                            "snapshot", FLAG,
                                            "creation", WORD,
                                            "retention", WORD,
                                            "extraArgs", WORDS),
                                    Set.of())),
            Set.of());

    private static final Shape RKE_21 = new Fields(
            Map.ofEntries(
                    Map.entry("type", word("rancherKubernetesEngineConfig")),
                    Map.entry("kubernetesVersion", WORD),
                    Map.entry("ignoreDockerVersion", FLAG),
                    Map.entry("addonJobTimeout", WHOLE),
                    Map.entry("sshAgentAuth", FLAG),
                    Map.entry("authentication", typed("authnConfig", Map.of("strategy", WORD))),
                    Map.entry("network", NETWORK_21),
                    Map.entry("ingress", typed("ingressConfig", Map.of("provider", WORD))),
                    Map.entry("monitoring", typed("monitoringConfig", Map.of("provider", WORD))),
                    Map.entry("services", SERVICES_21)),
            Set.of("network"));

    static final Shape CLUSTER_21 = new Fields(
            Map.of(
                    "type", word("cluster"),
                    "name", WORD,
                    "description", WORD,
                    "dockerRootDir", WORD,
                    "enableNetworkPolicy", FLAG,
                    "rancherKubernetesEngineConfig", RKE_21),
            Set.of("name", "rancherKubernetesEngineConfig"));

    private static final Shape GLOBAL = of(
            Map.of(
                    "cni", new Word(Set.of("calico", "canal", "cilium", "flannel", "none", "multus,canal")),
                    "disable-kube-proxy", FLAG,
                    "etcd-expose-metrics", FLAG,
                    "cluster-cidr", WORD,
                    "service-cidr", WORD,
                    "flannel-backend", WORD),
            Set.of());

    private static final Shape DRAIN = of(
            Map.of(
                    "enabled", FLAG,
                    "force", FLAG,
                    "ignoreDaemonSets", FLAG,
                    "deleteEmptyDirData", FLAG,
                    "disableEviction", FLAG,
                    "gracePeriod", WHOLE,
                    "timeout", WHOLE,
                    "skipWaitForDeleteTimeoutSeconds", WHOLE),
            Set.of());

    private static final Shape RKE_TODAY = of(
            Map.of(
                    "machineGlobalConfig", GLOBAL,
                    "machineSelectorConfig", new ListOf(of(Map.of("config", WORDS), Set.of())),
                    "etcd",
                            of(
                                    Map.of(
                                            "disableSnapshots", FLAG,
                                            "snapshotScheduleCron", WORD,
                                            "snapshotRetention", WHOLE),
                                    Set.of()),
                    "upgradeStrategy",
                            of(
                                    Map.of(
                                            "controlPlaneConcurrency", WORD,
                                            "workerConcurrency", WORD,
                                            "controlPlaneDrainOptions", DRAIN,
                                            "workerDrainOptions", DRAIN),
                                    Set.of()),
                    "networking", of(Map.of("stackPreference", WORD), Set.of())),
            Set.of("machineGlobalConfig"));

    static final Shape CLUSTER_TODAY = of(
            Map.of(
                    "type", word("provisioning.cattle.io.cluster"),
                    "apiVersion", word("provisioning.cattle.io/v1"),
                    "kind", word("Cluster"),
                    "metadata", of(Map.of("name", WORD, "namespace", word("fleet-default")), Set.of("name")),
                    "spec",
                            of(
                                    Map.of(
                                            "kubernetesVersion", WORD,
                                            "localClusterAuthEndpoint", of(Map.of("enabled", FLAG), Set.of()),
                                            "agentEnvVars",
                                                    new ListOf(of(Map.of("name", WORD, "value", WORD), Set.of())),
                                            "enableNetworkPolicy", FLAG,
                                            "rkeConfig", RKE_TODAY),
                                    Set.of("kubernetesVersion", "rkeConfig"))),
            Set.of("metadata", "spec"));

    private Shapes() {}

    private static Shape login(Map<String, Shape> more) {
        var fields = new HashMap<>(Map.of(
                "username", WORD,
                "password", WORD,
                "responseType", new Word(Set.of("json", "cookie")),
                "ttl", WHOLE,
                "description", WORD));
        fields.putAll(more);
        return of(fields, more.isEmpty() ? Set.of("username", "password") : Set.of("username", "password", "type"));
    }

    private static Shape word(String only) {
        return new Word(Set.of(only));
    }

    private static Shape typed(String type, Map<String, Shape> fields) {
        var all = new HashMap<>(fields);
        all.put("type", word(type));
        return of(all, Set.of());
    }

    private static Shape of(Map<String, Shape> all) {
        return of(all, all.keySet());
    }

    private static Shape of(Map<String, Shape> known, Set<String> needed) {
        return new Fields(known, needed);
    }
}

package dev.muster.rancher;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.ClusterSettings.Distribution;
import dev.muster.setup.ClusterSettings.Network;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The request that makes a custom cluster, by the line. Pure: the review page shows what would be sent.
///
/// Source: rancher-2.1 facts §§1.4, 2.4; rancher-today facts §§2.2, 3.2.
public final class ClusterCalls {

    private static final String POD_CIDR = "10.42.0.0/16";
    private static final String SERVICE_CIDR = "10.43.0.0/16";

    private ClusterCalls() {}

    /// @param kubernetes whole: `v1.11.6-rancher1-1`, `v1.35.7+rke2r1`; empty, on 2.1: as Rancher's default
    public static Call of(ServerVersion version, ClusterSettings cluster, String kubernetes) {
        return version.isToday() ? today(cluster, kubernetes) : line21(cluster, kubernetes);
    }

    private static Call line21(ClusterSettings cluster, String kubernetes) {
        var config = object().put("type", "rancherKubernetesEngineConfig");
        if (!kubernetes.isEmpty()) {
            config.put("kubernetesVersion", kubernetes);
        }
        config.put("ignoreDockerVersion", true).put("addonJobTimeout", 30).put("sshAgentAuth", false);
        config.putObject("authentication").put("type", "authnConfig").put("strategy", "x509");
        config.set("network", network21(cluster.network()));
        config.putObject("ingress").put("type", "ingressConfig").put("provider", "nginx");
        config.putObject("monitoring").put("type", "monitoringConfig").put("provider", "metrics-server");
        config.set("services", services21(cluster));
        var body = object().put("type", "cluster").put("name", cluster.name());
        body.put("dockerRootDir", "/var/lib/docker").put("enableNetworkPolicy", false);
        body.set("rancherKubernetesEngineConfig", config);
        return Call.post("/v3/clusters", body);
    }

    /// The option's name is written so and not otherwise: another spelling is dropped in silence, and the cluster
    /// gets vxlan (rancher-2.1 §1.4).
    private static ObjectNode network21(Network network) {
        var json = object().put("type", "networkConfig");
        var backend = "flannel_backend_type";
        switch (network) {
            case FLANNEL_HOST_GW ->
                json.put("plugin", "flannel").putObject("options").put(backend, "host-gw");
            case FLANNEL -> json.put("plugin", "flannel").putObject("options").put(backend, "vxlan");
            case CANAL -> json.put("plugin", "canal").putObject("options").put(backend, "vxlan");
            case CALICO, WEAVE -> json.put("plugin", network.name().toLowerCase(Locale.ROOT));
            case CILIUM -> throw notThere(network, "v2.1");
        }
        return json;
    }

    private static ObjectNode services21(ClusterSettings cluster) {
        var services = object().put("type", "rkeConfigServices");
        var api = services.putObject("kubeApi").put("type", "kubeAPIService");
        api.put("podSecurityPolicy", false).put("serviceNodePortRange", "30000-32767");
        var etcd = services.putObject("etcd").put("type", "etcdService");
        // said and not left to a default that the documentation has otherwise (rancher-2.1 §8, 15)
        etcd.put("snapshot", true).put("creation", "12h").put("retention", "72h");
        etcd.putObject("extraArgs").put("heartbeat-interval", 500).put("election-timeout", 5000);
        if (!cluster.podCidr().equals(POD_CIDR) || !cluster.serviceCidr().equals(SERVICE_CIDR)) {
            api.put("serviceClusterIpRange", cluster.serviceCidr());
            services.putObject("kubeController")
                    .put("type", "kubeControllerService")
                    .put("clusterCidr", cluster.podCidr())
                    .put("serviceClusterIpRange", cluster.serviceCidr());
            services.putObject("kubelet")
                    .put("type", "kubeletService")
                    .put("clusterDnsServer", tenth(cluster.serviceCidr()));
        }
        return services;
    }

    /// The name server's address: the tenth of the services' network.
    private static String tenth(String cidr) {
        var network = cidr.substring(0, cidr.indexOf('/'));
        return network.substring(0, network.lastIndexOf('.')) + ".10";
    }

    private static Call today(ClusterSettings cluster, String kubernetes) {
        var body = object().put("type", "provisioning.cattle.io.cluster")
                .put("apiVersion", "provisioning.cattle.io/v1")
                .put("kind", "Cluster");
        body.putObject("metadata").put("name", cluster.name()).put("namespace", "fleet-default");
        var spec = body.putObject("spec").put("kubernetesVersion", kubernetes);
        spec.putObject("localClusterAuthEndpoint").put("enabled", false);
        var config = spec.putObject("rkeConfig");
        config.set("machineGlobalConfig", global(cluster));
        config.putObject("etcd")
                .put("disableSnapshots", false)
                .put("snapshotScheduleCron", "0 */5 * * *")
                .put("snapshotRetention", 5);
        return Call.post("/v1/provisioning.cattle.io.clusters", body);
    }

    /// A network is named always: RKE2's default can't serve Windows hosts, and can't be changed later
    /// (rancher-today §2.2).
    private static ObjectNode global(ClusterSettings cluster) {
        var global = object();
        if (cluster.distribution() == Distribution.K3S) {
            global.put("flannel-backend", flannelOfK3s(cluster.network()));
        } else {
            global.put("cni", cni(cluster.network()));
        }
        global.put("disable-kube-proxy", false).put("etcd-expose-metrics", false);
        if (!cluster.podCidr().equals(POD_CIDR)) {
            global.put("cluster-cidr", cluster.podCidr());
        }
        if (!cluster.serviceCidr().equals(SERVICE_CIDR)) {
            global.put("service-cidr", cluster.serviceCidr());
        }
        return global;
    }

    private static String cni(Network network) {
        return switch (network) {
            case FLANNEL, CANAL, CALICO, CILIUM -> network.name().toLowerCase(Locale.ROOT);
            case FLANNEL_HOST_GW, WEAVE -> throw notThere(network, "RKE2");
        };
    }

    private static String flannelOfK3s(Network network) {
        return switch (network) {
            case FLANNEL -> "vxlan";
            case FLANNEL_HOST_GW -> "host-gw";
            case CANAL, CALICO, CILIUM, WEAVE -> throw notThere(network, "K3s");
        };
    }

    private static ProblemException notThere(Network network, String where) {
        return new ProblemException(new Problem(
                Problem.Kind.CHECK,
                Place.field(
                        "cluster.network",
                        network.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                Text.of(RancherWords.NETWORK_NOT_THERE, network, where),
                Text.of(RancherWords.NETWORK_NOT_THERE_WHY, network, where),
                Text.of(RancherWords.NETWORK_NOT_THERE_FIX, network, where)));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

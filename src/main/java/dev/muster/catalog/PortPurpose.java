package dev.muster.catalog;

import dev.muster.base.Text;

/// What a port is for.
public enum PortPurpose {
    ETCD_CLIENT(CatalogWords.PORT_ETCD_CLIENT),
    ETCD_PEER(CatalogWords.PORT_ETCD_PEER),
    API_SERVER(CatalogWords.PORT_API_SERVER),
    NGINX_PROXY(CatalogWords.PORT_NGINX_PROXY),
    KUBELET(CatalogWords.PORT_KUBELET),
    SCHEDULER(CatalogWords.PORT_SCHEDULER),
    CONTROLLER_MANAGER(CatalogWords.PORT_CONTROLLER_MANAGER),
    KUBE_PROXY(CatalogWords.PORT_KUBE_PROXY),
    INGRESS_HTTP(CatalogWords.PORT_INGRESS_HTTP),
    INGRESS_HTTPS(CatalogWords.PORT_INGRESS_HTTPS),
    INGRESS_PROBE(CatalogWords.PORT_INGRESS_PROBE),
    NETWORK_PROBE(CatalogWords.PORT_NETWORK_PROBE),
    VXLAN(CatalogWords.PORT_VXLAN),
    NODE_PORTS(CatalogWords.PORT_NODE_PORTS),
    SUPERVISOR(CatalogWords.PORT_SUPERVISOR),
    ETCD_METRICS(CatalogWords.PORT_ETCD_METRICS),
    BGP(CatalogWords.PORT_BGP),
    TYPHA(CatalogWords.PORT_TYPHA),
    TYPHA_HEALTH(CatalogWords.PORT_TYPHA_HEALTH),
    CILIUM_HEALTH(CatalogWords.PORT_CILIUM_HEALTH),
    WIREGUARD(CatalogWords.PORT_WIREGUARD),
    REGISTRY(CatalogWords.PORT_REGISTRY),
    NODE_EXPORTER(CatalogWords.PORT_NODE_EXPORTER),
    RANCHER(CatalogWords.PORT_RANCHER),
    RANCHER_HTTP(CatalogWords.PORT_RANCHER_HTTP),
    NODE_DRIVER(CatalogWords.PORT_NODE_DRIVER),
    CATALOGS(CatalogWords.PORT_CATALOGS);

    private final CatalogWords word;

    PortPurpose(CatalogWords word) {
        this.word = word;
    }

    public Text text() {
        return Text.of(word);
    }
}

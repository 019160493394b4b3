#!/bin/sh
# dirty.sh: runs on a lab host and makes it one that has been a node, in earnest, next to things that are nobody's
# business but their owner's. Needs the agent's stand-in image there ($1). "traces" prints what must not change, a
# line a thing.
# shellcheck disable=SC2016 # for awk
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin

containers() {
    for _name in hyperkube rke-tools; do docker tag "$1" "rancher/$_name:v1"; done
    docker tag "$1" postgres:11
    # the image's own label says that it is an agent
    keep='--restart=always --network none --label io.cattle.agent= --entrypoint sleep'
    # shellcheck disable=SC2086
    docker run -d --name kubelet $keep -v rke-kubelet:/data rancher/hyperkube:v1 infinity >/dev/null
    # shellcheck disable=SC2086
    docker run -d --name k8s_POD_coredns-1_kube-system_0a1b_0 $keep --label io.kubernetes.pod.name=coredns-1 \
        rancher/rke-tools:v1 infinity >/dev/null
    docker create --name nginx-proxy --label io.cattle.agent= rancher/rke-tools:v1 >/dev/null
    # shellcheck disable=SC2086
    docker run -d --name db $keep -v db-data:/var/lib/postgresql postgres:11 infinity >/dev/null
    docker exec db sh -c 'echo mine >/var/lib/postgresql/rows' 2>/dev/null || :
    docker volume create nobody >/dev/null
}

mounts() {
    _pod=/var/lib/kubelet/pods/0a1b-2c3d/volumes
    mkdir -p "$_pod/kubernetes.io~secret/token" "$_pod/kubernetes.io~empty-dir/a b" /srv/share "$_pod/kubernetes.io~nfs/share"
    mount -t tmpfs tmpfs "$_pod/kubernetes.io~secret/token"
    mkdir "$_pod/kubernetes.io~secret/token/in"
    mount -t tmpfs tmpfs "$_pod/kubernetes.io~secret/token/in"
    mount -t tmpfs tmpfs "$_pod/kubernetes.io~empty-dir/a b"
    mount -t tmpfs tmpfs "$_pod/kubernetes.io~empty-dir/a b"
    echo theirs >/srv/share/file
    mount --bind /srv/share "$_pod/kubernetes.io~nfs/share"
    mkdir -p /run/netns; ip netns add cni-0a1b
}

files() {
    mkdir -p /etc/kubernetes/ssl /etc/cni/net.d /opt/cni/bin /opt/rke/etcd-snapshots /opt/rke/var/lib /var/lib/cni/networks \
        /var/lib/calico /var/lib/etcd/member/snap /var/lib/rancher/rke/log /var/log/containers /var/log/pods/x \
        /var/lib/kubelet/plugins /run/flannel /run/calico /etc/ceph /root/.kube /home/ops/.kube /var/lib/weave \
        /var/lib/rancher/k3s/storage/pvc-1 /var/lib/rancher/k3s/agent /run/secrets/kubernetes.io /etc/rancher/node
    echo key >/etc/kubernetes/ssl/kube-node-key.pem
    echo '{}' >/etc/cni/net.d/10-flannel.conflist
    for _file in /opt/cni/bin/flannel /opt/rke/var/lib/x /var/lib/cni/networks/ip /var/lib/calico/nodename \
        /var/lib/etcd/member/snap/db /var/lib/rancher/rke/log/x /var/log/pods/x/0.log /run/flannel/subnet.env \
        /run/calico/x /var/lib/weave/x /var/lib/rancher/k3s/agent/x /run/secrets/kubernetes.io/x /etc/rancher/node/password; do
        echo x >"$_file"
    done
    echo snapshot >/opt/rke/etcd-snapshots/2018-11-24
    echo row >/var/lib/rancher/k3s/storage/pvc-1/row
    echo conf >/etc/ceph/ceph.conf; echo mine >/root/.kube/config; echo mine >/home/ops/.kube/config
    # names that trip scripts up, a way out of the tree, and what can't be changed
    mkdir -p "/var/lib/kubelet/a name" "/var/lib/kubelet/-rf"
    : >"/var/lib/kubelet/a name/two
lines"
    : >'/var/lib/kubelet/$(touch pwned)'
    ln -s /srv/share /var/lib/kubelet/out; ln -s / /var/lib/cni/root; ln -s /srv/share/file /var/log/containers/x.log
    : >/var/lib/kubelet/frozen; chattr +i /var/lib/kubelet/frozen 2>/dev/null || :
}

units() {
    printf '[Service]\nExecStart=/usr/bin/sleep infinity\n[Install]\nWantedBy=multi-user.target\n' \
        >/etc/systemd/system/rancher-system-agent.service
    cp /etc/systemd/system/rancher-system-agent.service /etc/systemd/system/mine.service
    echo X=1 >/etc/systemd/system/rancher-system-agent.env
    # a process of K3s' that its unit left behind
    cp /usr/bin/sleep /usr/local/bin/k3s
    systemctl daemon-reload
    systemctl enable --now rancher-system-agent mine >/dev/null 2>&1
    systemd-run --quiet --unit stray /usr/local/bin/k3s infinity
    # somebody's own etcd
    cp /usr/bin/sleep /opt/etcd; systemd-run --quiet --unit own-etcd /opt/etcd infinity
}

network() {
    ip link add flannel.1 type vxlan id 1 dstport 8472 dev eth0; ip addr add 10.42.0.0/32 dev flannel.1; ip link set flannel.1 up
    ip link add cni0 type bridge; ip link set cni0 up
    ip link add veth0a type veth peer name veth0b; ip link set veth0a master cni0
    ip link add cali0123456789a type veth peer name peer0
    ip route add 10.42.1.0/24 dev flannel.1
    ip link add foreign0 type bridge; ip link add vethmine type veth peer name vethpeer; ip link set vethmine master foreign0
    ipset create cali40masq hash:net; ipset create mine hash:net; ipset add mine 192.0.2.0/24
    for _tool in iptables iptables-legacy; do
        command -v "$_tool" >/dev/null || continue
        "$_tool" -N MINE; "$_tool" -A MINE -s 192.0.2.7 -m comment --comment "mine -j KUBE-SERVICES not" -j DROP
        "$_tool" -A INPUT -j MINE
        "$_tool" -N KUBE-FIREWALL; "$_tool" -A KUBE-FIREWALL -m mark --mark 0x8000/0x8000 -j DROP
        "$_tool" -I INPUT 1 -m comment --comment "kubernetes firewall" -j KUBE-FIREWALL
        "$_tool" -N cali-FORWARD; "$_tool" -I FORWARD 1 -m comment --comment "cali:wUHhoiAYhphO9Mso" -j cali-FORWARD
        "$_tool" -A FORWARD -m comment --comment "cali:S93hcgKJrXEqnTfs" -j ACCEPT
        for _table in nat mangle raw; do
            "$_tool" -t "$_table" -N KUBE-SERVICES; "$_tool" -t "$_table" -N cali-PREROUTING
            "$_tool" -t "$_table" -A PREROUTING -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
            "$_tool" -t "$_table" -A PREROUTING -m comment --comment "cali:6gwbT8clXdHdC1b1" -j cali-PREROUTING
            "$_tool" -t "$_table" -A KUBE-SERVICES -d 10.43.0.1 -j cali-PREROUTING
        done
        "$_tool" -t nat -A KUBE-SERVICES -m set --match-set cali40masq dst -j RETURN
        "$_tool" -t nat -A POSTROUTING -s 198.51.100.0/24 -j MASQUERADE
        # both back ends at once upset each other's match of sets
        break
    done
}

# what is somebody else's, in words that are the same as long as nothing of it was touched
traces() {
    find /srv /etc/ceph /root/.kube /home /opt/rke/etcd-snapshots /var/lib/rancher/k3s/storage /etc/ssh /opt/etcd \
        /etc/systemd/system/mine.service -xdev -type f -exec sha256sum {} + | sort
    docker inspect -f '{{.Id}} {{.Name}} {{.State.StartedAt}} {{.State.Running}} {{json .Mounts}}' db
    docker volume inspect -f '{{.Name}} {{.Mountpoint}}' db-data nobody
    docker images -q postgres
    iptables-save | sed -e '/^#/d' -e 's/\[[0-9:]*\]//' | grep -vE 'KUBE-(SERVICES|FIREWALL)( |$)|cali-|cali:' || :
    iptables-save | grep -F 'mine -j KUBE-SERVICES not' | sed 's/\[[0-9:]*\]//'
    ip -o link | awk -F': ' '{ print $2 }' | sed 's/@.*//' | grep -vE '^(flannel|cni0|cali|veth0|peer0)' | sort
    ip route | grep -v flannel
    ipset save mine
    systemctl is-active mine own-etcd ssh docker
    pgrep -f '/opt/etcd infinity'
}

main() {
    case $1 in
        traces) traces ;;
        *) containers "$1"; mounts; files; units; network ;;
    esac
}
main "$@"

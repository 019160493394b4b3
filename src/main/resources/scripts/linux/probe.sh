#!/bin/sh
# probe.sh: what this host says of itself, for Muster's checks, in one go.
# reads only and writes nowhere; as root, or some facts are told as denied. With ETCD_DISK it forces some bytes to that
# disk, in a file that loses its name as soon as it is open and is gone with its last process, however that ends.
# takes what one setup asks besides, each if wanted: SERVER (https://HOST[:PORT], Rancher), REGISTRIES (https://HOST, one
# a line), IMAGE (may be here already), ETCD_DISK (folder of etcd's data)
# exit 0 always: a fact that can't be had is said to be so, with the reason
#
# Every line that it prints is one of these, so nothing that the host says can pass for a line of this script:
#   muster-probe 1 CLOCK    the first; CLOCK is what date says to +%s.%N
#   @KEY VALUE              a value of harmless characters only
#   !KEY WORD...            it can't be had: missing FILE, denied FILE, command NAME, skipped
#   <KEY base64|hex         what a file or a command said, encoded, up to the line
#   >STATUS                 with its exit status; no status, 143 or 137: it was ended at its time limit
#   .                       the last
# shellcheck disable=SC2016 # what stands in single quotes is for another shell, awk or docker
set -u
: "${MODULES:=br_netfilter ip6_udp_tunnel ip_set ip_set_hash_ip ip_set_hash_net ip_vs iptable_filter iptable_nat
    iptable_mangle iptable_raw nf_conntrack_netlink nf_conntrack nf_conntrack_ipv4 nf_defrag_ipv4 nf_nat nf_nat_ipv4
    nf_nat_masquerade_ipv4 nfnetlink overlay udp_tunnel veth vxlan x_tables xt_addrtype xt_conntrack xt_comment xt_mark
    xt_multiport xt_nat xt_recent xt_set xt_statistic xt_tcpudp}"
: "${SYSCTLS:=net.bridge.bridge-nf-call-iptables net.bridge.bridge-nf-call-ip6tables net.ipv4.ip_forward
    net.ipv4.conf.all.forwarding net.ipv4.conf.all.rp_filter net.ipv6.conf.all.forwarding
    net.ipv6.conf.all.disable_ipv6 fs.may_detach_mounts fs.inotify.max_user_instances fs.inotify.max_user_watches
    kernel.pid_max user.max_user_namespaces vm.overcommit_memory vm.swappiness}"
: "${DISKS:=/var/lib/docker /var/lib/kubelet /var/lib/rancher /var/lib/etcd /var/log}"
: "${LEFT:=/etc/kubernetes /etc/cni /etc/rancher /etc/sysctl.d/60-rke2-cis.conf
    /etc/systemd/system/rancher-system-agent.env /etc/systemd/system/k3s.service.env
    /etc/systemd/system/k3s-agent.service.env /opt/cni /opt/rancher-system-agent /opt/rke /opt/rke2 /run/calico
    /run/flannel /run/k3s /run/secrets/kubernetes.io /usr/local/bin/k3s /usr/local/bin/k3s-agent-uninstall.sh
    /usr/local/bin/k3s-killall.sh /usr/local/bin/k3s-uninstall.sh /usr/local/bin/rancher-system-agent
    /usr/local/bin/rancher-system-agent-uninstall.sh /usr/local/bin/rke2 /usr/local/bin/rke2-killall.sh
    /usr/local/bin/rke2-uninstall.sh /usr/local/share/rke2 /var/lib/calico /var/lib/cni /var/lib/etcd /var/lib/kubelet
    /var/lib/rancher /var/lib/weave /var/log/calico /var/log/containers /var/log/kube-audit /var/log/pods}"
# KEPT: what may lie below those and isn't a leftover like them: snapshots, and volumes with data
: "${KEPT:=/opt/rke/etcd-snapshots /var/lib/rancher/k3s/server/db/snapshots /var/lib/rancher/k3s/storage
    /var/lib/rancher/rke2/server/db/snapshots}"
# OTHERS: what a cleaning never takes by itself, and what looks as if it might
: "${OTHERS:=/etc/ceph /opt/local-path-provisioner /var/lib/longhorn}" "${KUBECONFIGS:=/root/.kube/config /home/*/.kube/config}"
: "${UNITS:=k3s k3s-agent kubelet rancher-system-agent rke2-agent rke2-server}"
# PATIENCE: seconds that one command may take; LONGEST: bytes that are taken of one answer
: "${PATIENCE:=4}" "${LONGEST:=262144}" "${SOCKET:=/var/run/docker.sock}"
: "${SERVER:=}" "${REGISTRIES:=}" "${IMAGE:=}" "${ETCD_DISK:=}"
# WRITES: of 2300 bytes each, as etcd makes them; for two seconds at most
: "${WRITES:=200}"
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin
LC_ALL=C
export PATH LC_ALL

say() { printf '%s\n' "$*"; }

# value KEY VALUE
value() {
    case $2 in
        *[!A-Za-z0-9._:/+,@=%-]*) say "<$1 $code"; printf '%s' "$2" | encode; say '>0' ;;
        *) say "@$1 $2" ;;
    esac
}

encode() {
    if [ "$code" = base64 ]; then base64; else od -An -v -tx1; fi
}

# readable KEY FILE: a plain file that can be read, or the line that says why it can't
readable() {
    if [ ! -f "$2" ]; then say "!$1 missing $2"; return 1; fi
    if [ ! -r "$2" ]; then say "!$1 denied $2"; return 1; fi
}

# line KEY FILE: its first line, without a process; not for numbers in /proc/sys, which dash, reading byte by byte, cuts
line() {
    readable "$1" "$2" || return 0
    _line=
    if { IFS= read -r _line || [ -n "$_line" ]; } 2>/dev/null <"$2"; then value "$1" "$_line"; else say "!$1 denied $2"; fi
}

# file KEY FILE: all of it
file() {
    readable "$1" "$2" || return 0
    say "<$1 $code"
    head -c "$LONGEST" <"$2" 2>/dev/null | encode
    say '>0'
}

# What stands between a command and its answer: the command ends at the first signal, what it said until then is
# still encoded, and its exit status comes last. A process that no signal can end (a dead NFS mount) holds nothing
# of ours: its standard output is a pipe that nobody waits for once this shell is killed.
PIPE='longest=$1 code=$2; shift 2; trap : TERM
exec 4>&1
status=$({ { "$@" 2>/dev/null 3>&- 4>&-; echo "$?" >&3; } | {
    trap "" TERM
    if [ "$code" = base64 ]; then head -c "$longest" | base64 >&4; else head -c "$longest" | od -An -v -tx1 >&4; fi
} 3>&-; } 3>&1)
echo ">$status"
exit "${status:-124}"'

# limited KEY COMMAND...: what it says, ended after PATIENCE seconds, 1 second later for sure. After one that had to
# be ended, its group of facts asks no more: what hangs once hangs again.
limited() {
    _key=$1; shift
    if [ -n "$stuck" ]; then say "!$_key skipped"; return 124; fi
    if ! command -v "$1" >/dev/null; then say "!$_key command $1"; return 127; fi
    if ! command -v setsid >/dev/null; then say "!$_key command setsid"; return 127; fi
    say "<$_key $code"
    setsid sh -c "$PIPE" sh "$LONGEST" "$code" "$@" </dev/null 2>/dev/null &
    _pid=$!
    watch "$_pid" </dev/null >/dev/null 2>&1 &
    _dog=$!
    wait "$_pid" 2>/dev/null
    _status=$?
    kill "$_dog" 2>/dev/null
    wait "$_dog" 2>/dev/null
    case $_status in
        124 | 137 | 143)
            stuck=yes
            [ "$_status" != 137 ] || say '>'
            # what doesn't listen to the first signal and has let go of our pipe
            kill -s KILL -- "-$_pid" 2>/dev/null ;;
    esac
    return "$_status"
}

# watch PROCESS: the end of its whole group when time is up. $! is the sleep as soon as there is one, and PROCESS before.
watch() {
    trap '[ "$!" = "$1" ] || kill "$!"; exit 0' TERM
    sleep "$PATIENCE" &
    wait "$!"
    kill -s TERM -- "-$1"
    sleep 1 &
    wait "$!"
    kill -s KILL -- "-$1"
}

system() {
    line hostname /proc/sys/kernel/hostname
    line kernel /proc/sys/kernel/osrelease
    value architecture "$(uname -m)"
    if [ -f /etc/os-release ]; then file os /etc/os-release; else file os /usr/lib/os-release; fi
    # CentOS says its minor version only here
    line redhat /etc/redhat-release
    line init /proc/1/comm
    line cpus /sys/devices/system/cpu/online
    file memory /proc/meminfo
    line machine-id /etc/machine-id
    line product-uuid /sys/class/dmi/id/product_uuid
    file resolver /etc/resolv.conf
    file routes /proc/net/route
    line cgroup2 /sys/fs/cgroup/cgroup.controllers
    file cgroup1 /proc/cgroups
    selinux
    line apparmor /sys/module/apparmor/parameters/enabled
    if command -v apparmor_parser >/dev/null; then say '@apparmor-parser yes'; else say '@apparmor-parser no'; fi
    line cattle-id /etc/rancher/agent/cattle-id
    system_agent
    network_manager
    proxies
    # shellcheck disable=SC2086 # awk takes no line breaks
    set -- $SYSCTLS
    awk -v names="$*" "$SETTINGS" </dev/null
}

# What the system agent of Rancher 2.6 and later left: running or stopped, whether Kubernetes runs, its server. The file
# holds a key besides, which stays here.
system_agent() {
    info=${AGENT_INFO:-/var/lib/rancher/agent/rancher2_connection_info.json}
    if ! [ -s "$info" ] && ! [ -f /etc/systemd/system/rancher-system-agent.service ]; then
        say '@system-agent none'
        return
    fi
    runs=stopped node=joining
    if systemctl is-active --quiet rancher-system-agent 2>/dev/null; then runs=running; fi
    for unit in rke2-server rke2-agent k3s k3s-agent; do
        if systemctl is-active --quiet "$unit" 2>/dev/null; then node=complete; fi
    done
    value system-agent "$runs,$node,$(awk "$AGENT_SERVER" "$info" 2>/dev/null)"
}
# a kubeconfig inside JSON
AGENT_SERVER='{ gsub(/\\n/, "\n"); gsub(/\\?"/, ""); n = split($0, part, "\n")
    for (i = 1; i <= n; i++)
        if (match(part[i], /server:[ ]*https:\/\/[A-Za-z0-9.:_\[\]-]+/)) {
            server = substr(part[i], RSTART, RLENGTH); sub(/server:[ ]*/, "", server); print server; exit
        }
}'

# one process for all; several numbers are separated by commas
SETTINGS='BEGIN {
    n = split(names, name, " ")
    for (i = 1; i <= n; i++) {
        file = name[i]; gsub(/\./, "/", file); file = "/proc/sys/" file
        value = ""
        if ((getline value <file) > 0) {
            gsub(/[ \t]+/, ",", value)
            if (value ~ /^[A-Za-z0-9._:\/+,@=%-]*$/) { print "@sysctl:" name[i], value; continue }
        }
        print "!sysctl:" name[i], "missing", file
    }
}'

selinux() {
    if [ -f /sys/fs/selinux/enforce ]; then line selinux /sys/fs/selinux/enforce
    elif [ -f /etc/selinux/config ]; then say '@selinux disabled'
    else say '@selinux absent'; fi
}

MODULE_FILES='
BEGIN {
    n = split(wanted, name, " "); for (i = 1; i <= n; i++) want[name[i]] = 1
    named["br_netfilter"] = "BRIDGE_NETFILTER"; named["overlay"] = "OVERLAY_FS"
    named["udp_tunnel"] = named["ip6_udp_tunnel"] = "NET_UDP_TUNNEL"
    named["x_tables"] = named["xt_tcpudp"] = "NETFILTER_XTABLES"
    named["nfnetlink"] = "NETFILTER_NETLINK"; named["nf_conntrack_netlink"] = "NF_CT_NETLINK"
}
FILENAME ~ /names$/ { note("iptable_" $1, "builtin"); next }
FILENAME ~ /(matches|targets)$/ { note("x_tables", "builtin"); m = "xt_" tolower($1); if ($1 == "tcp") m = "xt_tcpudp"; if ($1 == "DNAT") m = "xt_nat"; note(m, "builtin"); next }
FILENAME ~ /filesystems$/ { note($NF, "builtin"); next }
FILENAME == "-" { if ($0 ~ /^CONFIG_[A-Z0-9_]+=y$/) { on = $0; sub(/=y$/, "", on); sub(/^CONFIG_/, "", on); config[on] = 1 }; known = 1; next }
{ m = $1; sub(/:$/, "", m); sub(/.*\//, "", m); sub(/\.ko.*/, "", m); gsub(/-/, "_", m); note(m, FILENAME ~ /builtin$/ ? "builtin" : "available") }
function option(m) {
    if (m in named) return named[m]
    m = toupper(m)
    if (sub(/^XT_/, "", m)) return ("NETFILTER_XT_MATCH_" m) in config ? "NETFILTER_XT_MATCH_" m : "NETFILTER_XT_" m
    sub(/^IPTABLE_/, "IP_NF_", m)
    return m
}
function note(m, s) { if (m in want && !(m in state)) state[m] = s }
END {
    for (i = 1; i <= n; i++)
        if (name[i] in state) print "@module:" name[i], state[name[i]]
        else if (option(name[i]) in config) print "@module:" name[i], "builtin"
        else if (folder == "" || known) print "@module:" name[i], "missing"
        else print "!module:" name[i], "missing", folder
}'

# What is loaded has an initstate; what is built in may show by its folder, by what the kernel then offers, or in the
# kernel's own list or configuration. Without either nothing can be said to be missing.
modules() {
    _rest=
    for _name in $MODULES; do
        if [ -e "/sys/module/$_name/initstate" ]; then say "@module:$_name loaded"
        elif [ -d "/sys/module/$_name" ]; then say "@module:$_name builtin"
        elif [ "$_name" = br_netfilter ] && [ -d /proc/sys/net/bridge ]; then say "@module:$_name builtin"
        elif [ "$_name" = nf_conntrack ] && [ -e /proc/sys/net/netfilter/nf_conntrack_max ]; then say "@module:$_name builtin"
        else _rest="$_rest $_name"; fi
    done
    _folder=/lib/modules/$(uname -r)
    set --
    for _file in /proc/net/ip_tables_names /proc/net/ip_tables_matches /proc/net/ip_tables_targets /proc/filesystems \
        "$_folder/modules.builtin" "$_folder/modules.dep"; do
        [ ! -r "$_file" ] || set -- "$@" "$_file"
    done
    [ ! -r "$_folder/modules.dep" ] || _folder=
    _config=/proc/config.gz
    [ -r "$_config" ] || _config=/boot/config-$(uname -r)
    { zcat "$_config" || cat "$_config"; } 2>/dev/null |
        awk -v wanted="$_rest" -v folder="$_folder" "$MODULE_FILES" "$@" -
}

# the nearest parent that exists of each path: the path itself, its file system's row, its row of inodes
DISK='for p; do printf "%s\n" "$p"; done
n=$#
while [ "$n" -gt 0 ]; do
    p=$1; shift; n=$((n - 1))
    while [ ! -e "$p" ] && [ "$p" != / ]; do p=${p%/*}; p=${p:-/}; done
    set -- "$@" "$p"
done
echo
df -P -k -T "$@" || df -P -k "$@"
echo
df -P -i "$@"'

# all at once; when that hangs, or one of them fails, one by one
disks() {
    # shellcheck disable=SC2086 # one word a path
    if ! limited disks sh -c "$DISK" sh $DISKS; then
        for _path in $DISKS; do
            stuck=
            limited "disk:$_path" sh -c "$DISK" sh "$_path"
        done
    fi
    stuck=
}

SOCKETS='
FILENAME != "-" && FILENAME != "" {
    proto = FILENAME; sub(/.*\//, "", proto)
    if (FNR > 1 && $4 == (proto ~ /^tcp/ ? "0A" : "07")) { print proto, $2, $10; listens[$10] = 1 }
    next
}
/^\/proc\/[0-9]+\/fd:$/ { split($1, part, "/"); pid = part[3] }
/ -> socket:\[[0-9]+\]$/ { inode = $NF; gsub(/[^0-9]/, "", inode); if (inode in listens) print "process", inode, pid }'

network() {
    limited addresses ip -o addr show up
    limited source sh -c 'ip -4 route get 8.8.8.8 2>&1'
    say "<interfaces $code"
    for _path in /sys/class/net/* /sys/class/net/cni0/brif/*; do
        [ ! -e "$_path" ] || printf '%s\n' "${_path#/sys/class/net/}"
    done | encode
    say '>0'
    set --
    for _file in tcp tcp6 udp udp6; do
        [ ! -r "/proc/net/$_file" ] || set -- "$@" "/proc/net/$_file"
    done
    limited sockets sh -c 'prog=$1; shift; ls -l /proc/[0-9]*/fd 2>/dev/null | awk "$prog" "$@" -' sh "$SOCKETS" "$@"
}

processes() {
    say "<processes $code"
    for _path in /proc/[0-9]*; do
        _comm=
        if IFS= read -r _comm; then printf '%s %s\n' "${_path#/proc/}" "$_comm"; fi <"$_path/comm"
    done 2>/dev/null | head -c "$LONGEST" | encode
    say '>0'
}

# Who keeps the clock, and what it says. systemd's timedatectl is asked last: its service, started by the question,
# makes itself a folder for some seconds.
time_of_day() {
    _keeper=
    for _path in /proc/[0-9]*; do
        _comm=
        IFS= read -r _comm <"$_path/comm" || continue
        case $_comm in
            chronyd | ntpd | systemd-timesyn) _keeper=$_comm ;;
        esac
    done 2>/dev/null
    value time-by "$_keeper"
    case $_keeper in
        chronyd) limited time-says chronyc -n tracking ;;
        ntpd) limited time-says ntpq -pn || limited timedatectl timedatectl status ;;
        systemd-timesyn)
            if [ -e /run/systemd/timesync/synchronized ]; then say '@time-says synchronized'
            else limited timedatectl timedatectl status; fi ;;
    esac
    _zone=$(readlink -f /etc/localtime 2>/dev/null)
    case $_zone in
        */zoneinfo/*) value zone "${_zone##*/zoneinfo/}" ;;
        *) value zone "$(date +%z)" ;;
    esac
}

# names that can't exist, one in the host's own domains and one in a domain that is reserved for this; nothing but a
# wildcard answers for them
names() {
    limited wildcard sh -c 'getent hosts "muster-no-such-host-$1" || getent hosts "muster-no-such-host-$1.invalid."' sh "$$"
}

# Whether NetworkManager runs, what it is told to leave alone, and whether it sets up clouds' addresses by itself
network_manager() {
    _runs=no
    for _path in /proc/[0-9]*; do
        _comm=
        IFS= read -r _comm <"$_path/comm" || continue
        [ "$_comm" != NetworkManager ] || _runs=yes
    done 2>/dev/null
    say "@network-manager $_runs"
    [ "$_runs" = yes ] || return 0
    say "<unmanaged $code"
    sed -n '/^[[:space:]]*unmanaged-devices/p' /etc/NetworkManager/NetworkManager.conf \
        /usr/lib/NetworkManager/conf.d/*.conf /run/NetworkManager/conf.d/*.conf /etc/NetworkManager/conf.d/*.conf \
        2>/dev/null | head -c "$LONGEST" | encode
    say '>0'
    _cloud=no
    for _path in /etc/systemd/system/*.wants/nm-cloud-setup.*; do [ ! -e "$_path" ] || _cloud=yes; done
    say "@nm-cloud-setup $_cloud"
}

# lines "WHO NAME=VALUE"; what stands before the @ of an address is a password
PROXY='{
    line = $0; sub(/^[ \t]*(export[ \t]+)?/, "", line); name = line; sub(/=.*/, "", name)
    if (toupper(name) !~ /^(HTTP|HTTPS|NO|ALL)_PROXY$/ || line !~ /=/) next
    value = substr(line, length(name) + 2); gsub(/["\047\r]/, "", value); sub(/\/\/[^\/]*@/, "//***@", value)
    if (value != "") print who, toupper(name) "=" value
}'

# the proxies that services were started with, and those that they will be started with
proxies() {
    say "<proxies $code"
    {
        for _path in /proc/[0-9]*; do
            _comm=
            IFS= read -r _comm <"$_path/comm" || continue
            case $_comm in
                dockerd | k3s* | rke2* | rancher-system-*)
                    tr '\000' '\n' <"$_path/environ" | awk -v who="${_comm%% *}" "$PROXY" ;;
            esac
        done
        for _path in /etc/environment /etc/default/docker /etc/default/rke2-server /etc/default/rke2-agent \
            /etc/default/k3s /etc/systemd/system/k3s.service.env /etc/systemd/system/rancher-system-agent.env; do
            [ ! -r "$_path" ] || awk -v who="$_path" "$PROXY" "$_path"
        done
    } 2>/dev/null | head -c "$LONGEST" | encode
    say '>0'
}

# proxy_of_docker NAME: with its password, for a question that goes the same way as the images; not to be printed
proxy_of_docker() {
    for _path in /proc/[0-9]*; do
        _comm=
        IFS= read -r _comm <"$_path/comm" || continue
        [ "$_comm" != dockerd ] || tr '\000' '\n' <"$_path/environ" | sed -n "s/^$1=//p" | head -n 1
    done 2>/dev/null
}

# One question over TLS. openssl shows the chain too; through a proxy, or without openssl, curl asks. What they complain
# of belongs to the answer: it says why there is none. The last line of curl's is whether the host trusts the chain.
VISIT='scheme=$1 host=$2 port=$3 path=$4
if [ "$scheme" = https ] && [ -z "${https_proxy:-}" ] && command -v openssl >/dev/null; then
    named=$host; [ "$port" = 443 ] || named=$host:$port
    set --
    case $host in *[!0-9.:]*) case $host in *:*) ;; *) set -- -servername "$host" ;; esac ;; esac
    for file in /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/ca-bundle.pem; do
        if [ -r "$file" ]; then set -- "$@" -CAfile "$file"; break; fi
    done
    printf "GET %s HTTP/1.0\r\nHost: %s\r\nUser-Agent: muster\r\nAccept: application/json\r\nConnection: close\r\n\r\n" \
        "$path" "$named" | openssl s_client -connect "$host:$port" -showcerts -ign_eof "$@" 2>&1
else
    curl -sSki "$scheme://$host:$port$path" 2>&1 || exit
    [ "$scheme" = http ] || { echo; curl -s -o /dev/null "$scheme://$host:$port$path"; echo "muster-trusted $?"; }
fi'

# visit KEY URL PATH: how the host resolves the name, and what answers there
visit() {
    value "visit-url:$1" "$2"
    _scheme=${2%%://*}
    _rest=${2#*://}
    _rest=${_rest%%/*}
    case $_rest in
        \[*\]) _host=$_rest _port= ;;
        *:*) _host=${_rest%:*} _port=${_rest##*:} ;;
        *) _host=$_rest _port= ;;
    esac
    case $_scheme in http) : "${_port:=80}" ;; *) : "${_port:=443}" ;; esac
    _bare=${_host#\[}
    limited "visit-name:$1" getent ahosts "${_bare%\]}"
    stuck=
    value "visit-begun:$1" "$(date +%s.%N)"
    if command -v openssl >/dev/null || command -v curl >/dev/null; then
        limited "visit:$1" sh -c "$VISIT" sh "$_scheme" "$_host" "$_port" "$3"
    else say "!visit:$1 command curl"; fi
    stuck=
    value "visit-ended:$1" "$(date +%s.%N)"
}

rancher() {
    [ -z "$SERVER" ] || visit rancher "$SERVER" /v3/settings/cacerts
}

# where images come from, asked as Docker would ask: by its proxy, and its mirrors too
registries() {
    [ -n "$REGISTRIES$IMAGE" ] || return 0
    if [ -n "$IMAGE" ] && command -v docker >/dev/null; then
        limited image docker -H "unix://$SOCKET" image inspect --format '{{.Id}}' "$IMAGE"
        stuck=
    fi
    _proxy=$(proxy_of_docker HTTPS_PROXY)
    [ -n "$_proxy" ] || _proxy=$(proxy_of_docker https_proxy)
    if [ -n "$_proxy" ]; then
        https_proxy=$_proxy
        no_proxy=$(proxy_of_docker NO_PROXY)
        [ -n "$no_proxy" ] || no_proxy=$(proxy_of_docker no_proxy)
        export https_proxy no_proxy
    fi
    _mirrors=$({ tr "\n" " " </etc/docker/daemon.json; } 2>/dev/null |
        sed -n 's/.*"registry-mirrors"[^[]*\[\([^]]*\)\].*/\1/p' | tr -d '", ' | tr ',' ' ')
    for _url in $REGISTRIES; do visit "registry:${_url#*://}" "$_url" /v2/; done
    for _url in $_mirrors; do
        _url=${_url%/}
        visit "mirror:${_url#*://}" "$_url" /v2/
    done
}

# The file has a name for a moment only: what is written goes to what is open. dd says how long each write took that
# came back when it was on the disk.
FSYNC='dir=$1 most=$2
while [ ! -d "$dir" ] && [ "$dir" != / ]; do dir=${dir%/*}; dir=${dir:-/}; done
printf "%s\n" "$dir"
umask 077
file=
trap "[ -z \"\$file\" ] || rm -f -- \"\$file\"" EXIT
trap "exit 143" HUP INT TERM
file=$(mktemp "$dir/.muster-fsync.XXXXXX") || exit 20
exec 9>"$file"
rm -f -- "$file"
file=
read -r up rest </proc/uptime
end=$((${up%%.*} + 3)) n=0
while [ "$n" -lt "$most" ] && [ "${up%%.*}" -lt "$end" ]; do
    dd if=/dev/zero of=/proc/self/fd/9 bs=2300 count=1 conv=notrunc oflag=append,dsync || exit 21
    n=$((n + 1))
    read -r up rest </proc/uptime
done 2>&1 | awk "/ s(econds)?, / { for (i = 2; i <= NF; i++) if (\$i ~ /^s(econds)?,\$/) print \$(i - 1); next } / records (in|out)\$/ { next } { print \"said\", \$0 }"'

etcd_disk() {
    [ -z "$ETCD_DISK" ] || limited fsync sh -c "$FSYNC" sh "$ETCD_DISK" "$WRITES"
}

# with the command's own status, which a pipe would hide
FILTERED='prog=$1; shift; { "$@"; echo "exit-status $?"; } | awk "$prog"'
STATUS='/^exit-status [0-9]+$/ { status = $2; next } END { exit status }
'
NFT=$STATUS'/^table / { table = $0 } /^[ \t]*chain / { chain = $0; on = 0 } / hook input / { on = 1; print table; print chain } on'
RULES=$STATUS'/^\*/ || /^:/ { print; next } /^-A / && $2 !~ /^(KUBE-|cali-|CNI-|FLANNEL|DOCKER|WEAVE)/'

firewall() {
    if command -v firewall-cmd >/dev/null; then limited firewalld firewall-cmd --list-all-zones; fi
    if [ -e /etc/ufw/ufw.conf ]; then limited ufw ufw status; fi
    if command -v nft >/dev/null; then limited nft sh -c "$FILTERED" sh "$NFT" nft list ruleset; fi
    for _save in iptables-save iptables-legacy-save ip6tables-save ip6tables-legacy-save; do
        if command -v "$_save" >/dev/null; then limited "$_save" sh -c "$FILTERED" sh "$RULES" "$_save"; fi
    done
    if [ -d /sys/module/ip_set ] && command -v ipset >/dev/null; then limited ipsets ipset list -n; fi
}

CONTAINERS='{{.ID}} {{.Names}} {{.Image}} {{if (.Label "io.cattle.agent")}}agent{{else}}-{{end}} {{if (.Label "io.kubernetes.pod.name")}}pod{{else}}-{{end}} {{.Status}}'
ENGINE='{{println .ServerVersion}}{{println .Driver}}{{println .DockerRootDir}}{{println .CgroupDriver}}{{range .DriverStatus}}{{println "+" (index . 0) "=" (index . 1)}}{{end}}'
LIFE='{{println "container" .Id}}{{range .Config.Env}}{{println "env" .}}{{end}}{{range .Config.Cmd}}{{println "arg" .}}{{end}}'
# exit 3: its root is elsewhere than where disks are looked for anyway
INFO='said=$(docker -H "unix://$1" info --format "$2") || exit
printf "%s\n" "$said"
case $(printf "%s\n" "$said" | head -n 3 | tail -n 1) in /var/lib/docker) exit 0 ;; *) exit 3 ;; esac'
ROOT='root=$(docker -H "unix://$1" info --format "{{.DockerRootDir}}") || exit; set -- "$root"
'
# An agent's environment and words hold its token: of those only two things leave the host.
LIST='all=$(docker -H "unix://$1" ps -a --no-trunc --format "$2") || exit
docker -H "unix://$1" images --format "image {{.Repository}}:{{.Tag}}"
docker -H "unix://$1" volume ls --format "volume {{.Name}}"
[ -n "$all" ] || exit 0
printf "%s\n" "$all"
docker -H "unix://$1" ps -a --no-trunc --format "uses {{.ID}} {{.Mounts}}"
ids=$(printf "%s\n" "$all" | awk '\''$4 == "agent" || $2 ~ /_cattle-(node|cluster)-agent/ || $3 ~ /rancher-agent/ { print $1 }'\'' | head -n 20)
[ -z "$ids" ] || docker -H "unix://$1" inspect --type container --format "$3" $ids | awk '\''
/^container / { print; before = "" }
/^env CATTLE_SERVER=/ || /^env CATTLE_CA_CHECKSUM=/ { sub(/^env /, ""); print }
/^arg / { sub(/^arg /, "")
    if (before == "--server" || before == "-s") print "CATTLE_SERVER=" $0
    if (before == "--ca-checksum" || before == "-c") print "CATTLE_CA_CHECKSUM=" $0
    before = $0 }'\'''

engine() {
    file serverca /etc/kubernetes/ssl/certs/serverca
    if ! command -v docker >/dev/null; then say '!docker command docker'; return; fi
    limited docker sh -c "$INFO" sh "$SOCKET" "$ENGINE"
    case $? in
        0) ;;
        3) limited docker-disk sh -c "$ROOT$DISK" sh "$SOCKET" ;;
        *)
            stuck=
            limited docker-client docker --version
            limited docker-error sh -c 'docker -H "unix://$1" version 2>&1 >/dev/null' sh "$SOCKET"
            return ;;
    esac
    limited containers sh -c "$LIST" sh "$SOCKET" "$CONTAINERS" "$LIFE"
}

# a disk of its own, which /etc/fstab mounts, is the admin's
MOUNTS='BEGIN { while ((getline line <"/etc/fstab") > 0) { split(line, word, " "); if (line !~ /^[ \t]*#/) own[word[2]] = 1 } }
$5 in own { next }
$5 ~ /^\/var\/lib\/(kubelet|rancher)(\/|$)/ || $5 ~ /^\/run\/(netns\/cni-|k3s\/)/ { print $5 }'
# what is there and not empty; a disk that waits for its data has a lost+found at most, and the packages of containerd,
# Podman and CRI-O bring a network of their own. The words: what may be left, "--", what of it is something else. exit 1:
# nothing of all
THERE='set -f
none=1 kept="" after=no
there() { printf "%s\n" "$1"; none=0; }
full() { if [ -d "$1" ]; then [ -n "$(ls -A "$1" | grep -vx "lost+found" | head -n 1)" ]; else [ -e "$1" ] || [ -L "$1" ]; fi; }
for p; do
    if [ "$p" = -- ]; then after=yes
    elif [ "$after" = yes ] && [ -e "$p" ]; then kept="$kept $p"; fi
done
for p; do
    [ "$p" != -- ] || { after=yes; continue; }
    inside="$p"
    for k in $kept; do case $k in "$p"/*) inside="$inside $k" ;; esac; done
    if [ "$p" = /etc/cni ]; then
        [ -z "$(ls -A "$p/net.d" | grep -vE "^(10-containerd-net|87-podman|1[01]0?-crio|2[0-9]*-loopback|\.)" | head -n 1)" ] ||
            there "$p"
        for file in $(ls -A "$p/net.d" | grep -E "^(10-containerd-net|87-podman|1[01]0?-crio|2[0-9]*-loopback)"); do
            there "$p/net.d/$file"
        done
    elif [ "$inside" != "$p" ]; then
        prune=""
        for k in $inside; do [ "$k" = "$p" ] || prune="$prune -path $k -prune -o"; done
        [ -z "$(find "$p" $prune ! -type d -print | head -n 1)" ] || there "$p"
    elif full "$p"; then there "$p"; fi
done
exit "$none"'
SIZES='for p; do [ ! -e "$p" ] || du -sxk "$p"; done; exit 0'

# Processes that run from a cluster's folders, or in a control group of its or of Docker's. The last group of a process
# stands for all.
KIN='ls -l /proc/[0-9]*/exe 2>/dev/null | awk "$1"
grep -E "docker|kubepods|/(k3s|k3s-agent|rke2-server|rke2-agent|rancher-system-agent)\.service" /proc/[0-9]*/cgroup 2>/dev/null |
    awk "$2"; exit 0'
EXES='{ exe = $0; sub(/.* -> /, "", exe); pid = $0; sub(/.*\/proc\//, "", pid); sub(/\/exe.*/, "", pid) }
exe ~ /^\/(var\/lib\/rancher|opt\/rke2|opt\/rancher-system-agent)\// || exe ~ /^\/usr\/local\/bin\/(k3s|rke2|rancher-system-agent)/ {
    print "exe", pid, exe }'
FAMILY='{ pid = $0; sub(/^\/proc\//, "", pid); sub(/\/.*/, "", pid); group = $0; sub(/^[^:]*:[0-9]+:[^:]*:/, "", group)
    last[pid] = group } END { for (pid in last) print "group", pid, last[pid] }'

# lists of members, as a running etcd was told them
etcd_members() {
    say "<etcd $code"
    for _path in /proc/[0-9]*; do
        _comm=
        IFS= read -r _comm <"$_path/comm" || continue
        [ "$_comm" = etcd ] || continue
        tr '\000' '\n' <"$_path/cmdline" | sed -n 's/^--initial-cluster=//p'
        _config=$(tr '\000' '\n' <"$_path/cmdline" | sed -n 's/^--config-file=//p')
        [ -z "$_config" ] || sed -n 's/^initial-cluster: *//p' "$_path/root$_config"
    done 2>/dev/null | head -c "$LONGEST" | encode
    say '>0'
}

leftovers() {
    etcd_members
    for _unit in $UNITS; do
        for _folder in /etc/systemd/system /usr/local/lib/systemd/system /usr/lib/systemd/system /lib/systemd/system; do
            if [ -f "$_folder/$_unit.service" ]; then say "@service:$_unit $_folder/$_unit.service"; break; fi
        done
    done
    say "<mounts $code"
    awk "$MOUNTS" /proc/self/mountinfo </dev/null | head -c "$LONGEST" | encode
    say '>0'
    limited kin sh -c "$KIN" sh "$EXES" "$FAMILY"
    stuck=
    # shellcheck disable=SC2086 # one word a path
    if limited paths sh -c "$THERE" sh $LEFT $OTHERS $KUBECONFIGS -- $KEPT; then
        limited sizes sh -c "$SIZES" sh $LEFT $OTHERS $KUBECONFIGS $KEPT
    fi
}

main() {
    stuck=
    printf 'muster-probe 1 %s\n' "$(date +%s.%N)"
    code=base64
    command -v base64 >/dev/null || code=hex
    # what may be slow goes on beside the rest; its lines come after it, whole
    rancher | { registries </dev/null | {
        names </dev/null | { firewall </dev/null | { engine </dev/null | { leftovers </dev/null | {
            system; modules; network; processes; time_of_day; disks
            cat; }; cat; }; cat; }; cat; }
        cat; }; cat; }
    # alone, or it would time what goes on beside it
    etcd_disk
    say .
}
main "$@" </dev/null

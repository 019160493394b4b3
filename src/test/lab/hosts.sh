# shellcheck shell=sh
# hosts.sh: the hosts n1, n2, …, and what is done to them. Part of "lab".

number() {
    case $1 in
        n[1-9] | n[1-9][0-9]) printf '%s\n' "${1#n}" ;;
        *) die 2 "a lab host is called n1 to n99, not $1" ;;
    esac
}
address() { printf '%s.%s\n' "${NET:-$(cat "$STATE/net")}" "$(($(number "$1") + 10))"; }
there() { [ "$(docker inspect -f '{{.State.Running}}' "$1" 2>/dev/null)" = true ]; }
inside() { _host=$1; shift; docker exec -i "$_host" "$@"; }

# All capabilities but the one that a machine like a container lacks; "systempaths" makes /proc/sys writable.
# "--restart=always" turns the host's own reboot into one. Tested with cgroup v1 only; v2 wants to be told which tree.
host_up() {
    there "$1" && return 0
    [ -n "${IMAGE:-}" ] || image_name
    _net=$(cat "$STATE/net") || die 1 "no lab is up: lab up"
    _address=$(address "$1")
    docker rm -f -v "$1" >/dev/null 2>&1 || :
    # etcd's disk is memory, or every check would time the disk of this machine and whatever else is going on there
    # its own address, where nobody answers: a host without names outside, which says so at once
    printf 'nameserver %s\noptions timeout:1 attempts:1\n' "$_address" >"$STATE/resolv.$1"
    set -- "$1" --label muster.lab=1 --hostname "$1" --network lab --ip "$_address" -e container=docker --restart=always \
        --add-host "rancher.lab:$_net.1" --add-host "other.lab:$_net.1" -v "$STATE/resolv.$1:/etc/resolv.conf:ro" \
        --security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined \
        --cap-add ALL --cap-drop SYS_RESOURCE --tmpfs /run:exec,mode=755 --tmpfs /run/lock --tmpfs /tmp:exec \
        --tmpfs /var/lib/etcd:size=16g,mode=700 -v /sys/fs/cgroup:/sys/fs/cgroup:rw -v /var/lib/docker
    [ ! -e /sys/fs/cgroup/cgroup.controllers ] || set -- "$@" --cgroupns=host
    docker run -d --name "$@" "$IMAGE" >"$STATE/run.log" 2>&1 || { cat "$STATE/run.log" >&2; die 1 "a host could not be made"; }
}

listens() { ssh-keyscan -T 2 "$1" 2>/dev/null | grep -q .; }

host_ready() {
    must 60 "ssh on $1" listens "$(address "$1")"
    must 60 "Docker on $1" inside "$1" docker version
}

host_gone() { docker rm -f -v "$1" >/dev/null 2>&1 || :; }

hosts_down() {
    # shellcheck disable=SC2046 # a list of ids
    set -- $(docker ps -aq --filter label=muster.lab)
    [ "$#" = 0 ] || docker rm -f -v "$@" >/dev/null
}

born() { inside "$1" ps -o lstart= -p 1; }
born_again() { there "$1" && [ "$(born "$1")" != "$2" ]; }

host_reboot() {
    _born=$(born "$1")
    sleep 1 # ps tells whole seconds
    inside "$1" systemctl reboot || :
    must 60 "the reboot of $1" born_again "$1" "$_born"
    host_ready "$1"
}

host_password() { _word=$(cat); printf '%s:%s\n' "$2" "$_word" | inside "$1" chpasswd; }

host_os() {
    if [ "$2" = debian ]; then inside "$1" sh -c 'rm -f /etc/os-release && ln -s ../usr/lib/os-release /etc/os-release'; return; fi
    [ -f "$HERE/os-release/$2" ] || die 2 "no os-release file is called $2; there are: $(cd "$HERE/os-release" && echo *)"
    inside "$1" sh -c 'rm -f /etc/os-release && cat >/etc/os-release' <"$HERE/os-release/$2"
    [ "$2" != centos-7.5 ] || echo 'CentOS Linux release 7.5.1804 (Core)' | inside "$1" sh -c 'tee /etc/centos-release >/etc/redhat-release'
}

host_sshd() {
    _host=$1; shift
    { [ "$#" = 0 ] || printf '%s\n' "$@"; } | inside "$_host" sh -c 'cat >/etc/ssh/sshd_config.d/lab.conf && mkdir -p /run/sshd && sshd -t && systemctl reset-failed ssh && systemctl restart ssh'
    must 20 "ssh on $_host" listens "$(address "$_host")"
}

host_kill_at_logout() {
    inside "$1" sh -c 'mkdir -p /etc/systemd/logind.conf.d &&
        printf "[Login]\nKillUserProcesses=yes\n" >/etc/systemd/logind.conf.d/lab.conf && systemctl restart systemd-logind'
}

# The rules stand in the host's own network, so that a host that goes takes them along.
host_cut() {
    _pid=$(docker inspect -f '{{.State.Pid}}' "$1")
    for _chain in INPUT OUTPUT; do nsenter -t "$_pid" -n iptables -I "$_chain" ! -i lo -j DROP 2>/dev/null ||
        nsenter -t "$_pid" -n iptables -I "$_chain" ! -o lo -j DROP; done
    trap 'plug "$_pid"' EXIT
    trap 'exit 1' INT TERM
    sleep "$2"
}

plug() {
    nsenter -t "$1" -n iptables -D INPUT ! -i lo -j DROP || :
    nsenter -t "$1" -n iptables -D OUTPUT ! -o lo -j DROP || :
}

# as an admin would by hand: the registration command itself
host_joined() {
    has_agent "$1" || agent_to "$1" STAND_IN_POD_AFTER=2
    inside "$1" sh -c "$(registration "$2") --node-name $1 --etcd --controlplane --worker" >/dev/null
    must 60 "the join of $1" inside "$1" sh -c 'docker ps --format "{{.Names}}" | grep -q ^k8s_agent_ &&
        ! docker ps -a --format "{{.Image}} {{.Names}}" | grep -v k8s_ | grep -q rancher-agent'
}

# The certificate is there and a container that ended early, as when the power went after the first minute.
host_half_joined() {
    has_agent "$1" || agent_to "$1" STAND_IN_POD_AFTER=2
    inside "$1" sh -c 'mkdir -p /etc/kubernetes/ssl/certs && cat >/etc/kubernetes/ssl/certs/serverca' <"$STATE/rancher/rancher.pem"
    inside "$1" docker run -d --name half --net=host -v /etc/kubernetes:/etc/kubernetes --entrypoint /bin/sh \
        -e "CATTLE_SERVER=$(server)" -e "CATTLE_CA_CHECKSUM=$(checksum)" rancher/rancher-agent:v2.1.6 -c 'exit 137' >/dev/null
}

status() {
    engine_runs || { say "no lab is up in $STATE"; return 0; }
    printf 'engine   %s\n' "$DOCKER_HOST"
    for _which in rancher other; do
        runs "$STATE/rancher/$_which.pid" "stand-in/rancher.py" && printf '%-8s %s\n' "$_which" "$(server "$_which")"
    done
    docker ps --filter label=muster.lab --format '{{.Names}}' | sort -V | while read -r _host; do
        printf '%-8s %s\n' "$_host" "$(address "$_host")"
    done
}

settings() {
    engine_runs || die 1 "no lab is up in $STATE"
    printf '%s\n' "STATE=$STATE" "KEY=$STATE/key" "NET=$(cat "$STATE/net")" "SERVER=$(server)" "TOKEN=$(cat "$STATE/rancher/token")" \
        "CHECKSUM=$(checksum)" "CA=$STATE/rancher/rancher.pem" "OTHER_SERVER=$(server other)" "OTHER_CHECKSUM=$(checksum other)"
    docker ps --filter label=muster.lab --format '{{.Names}}' | sort -V | while read -r _host; do
        printf 'HOST_%s=%s\n' "$_host" "$(address "$_host")"
    done
}

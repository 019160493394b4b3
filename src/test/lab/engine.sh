# shellcheck shell=sh
# engine.sh: the packages, a Docker engine of the lab's own, its network and the image of a host. Part of "lab".

docker() { command /usr/bin/docker "$@"; }

# --- what Debian has to have
PACKAGES="docker.io iptables debootstrap openssh-client busybox-static curl openssl python3 iproute2 procps"

packages() {
    command -v apt-get >/dev/null || die 10 "the lab is made from Debian's packages, and this machine has no apt-get"
    _missing=
    for _p in $PACKAGES; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$_p" 2>/dev/null)" = installed ] || _missing="$_missing $_p"
    done
    [ -n "$_missing" ] || return 0
    say "installing$_missing"
    # shellcheck disable=SC2086 # a list of words
    { apt-get -q update && DEBIAN_FRONTEND=noninteractive timeout 300 apt-get -q install -y --no-install-recommends $_missing; } \
        </dev/null >"/tmp/muster-lab-apt.$$" 2>&1 ||
        { tail -5 "/tmp/muster-lab-apt.$$" >&2; rm -f "/tmp/muster-lab-apt.$$"; die 10 "the packages$_missing could not be installed"; }
    rm -f "/tmp/muster-lab-apt.$$"
}

# --- processes of ours are known by the file that holds their id and by what they were started as
runs() { [ -s "$1" ] && tr '\0' ' ' <"/proc/$(cat "$1")/cmdline" 2>/dev/null | grep -qF -- "$2"; }

ended() { ! runs "$@"; }

stop() {
    if runs "$1" "$2"; then
        kill -TERM "$(cat "$1")" 2>/dev/null || :
        within 20 "the end of $2" ended "$1" "$2" || kill -KILL "$(cat "$1")" 2>/dev/null || :
    fi
    rm -f "$1"
}

# --- the engine
engine_runs() { runs "$STATE/docker.pid" "$STATE/root" && docker version >/dev/null 2>&1; }

# No rule of the machine's firewall and none of its settings is touched: the hosts talk to each other and to this
# machine over one bridge, which needs neither. "--bridge none" would delete the docker0 of an engine already there.
engine_up() {
    engine_runs && return 0
    [ -e /sys/class/net/docker0 ] || : >"$STATE/docker0-is-ours"
    rm -f "$STATE/docker.pid"
    setsid dockerd --data-root "$STATE/root" --exec-root "$STATE/exec" -H "$DOCKER_HOST" -p "$STATE/docker.pid" \
        --iptables=false --ip6tables=false --ip-masq=false --ip-forward=false </dev/null >"$STATE/dockerd.log" 2>&1 &
    if ! within 40 "the engine's start" engine_runs; then
        tail -5 "$STATE/dockerd.log" >&2
        engine_down
        die 10 "no Docker engine can be started here; its last words stand above"
    fi
}

engine_down() {
    stop "$STATE/docker.pid" "$STATE/root"
    if [ -e "$STATE/docker0-is-ours" ] && ! pgrep -x -r R,S,D dockerd >/dev/null; then ip link del docker0 2>/dev/null || :; fi
    rm -f "$STATE/docker0-is-ours"
}

# --- the network: the first of ten small ones that this machine has no route to
network_free() { [ -z "$(ip -4 route show root "$1.0/24")$(ip -4 route show match "$1.1" | grep -v '^default' || :)" ]; }

network_up() {
    if [ -s "$STATE/net" ] && docker network inspect lab >/dev/null 2>&1; then NET=$(cat "$STATE/net"); return 0; fi
    for _third in 0 1 2 3 4 5 6 7 8 9; do
        NET=172.30.$_third
        network_free "$NET" || continue
        docker network create --subnet "$NET.0/24" lab >/dev/null
        printf '%s\n' "$NET" >"$STATE/net"
        return 0
    done
    die 10 "172.30.0.0/24 to 172.30.9.0/24 are all in use on this machine"
}

network_down() { docker network rm lab >/dev/null 2>&1 || :; rm -f "$STATE/net"; }

# --- the image of a host, named after everything it is made of
ROOT_PACKAGES=openssh-server,sudo,iproute2,iptables,ipset,procps,psmisc,ca-certificates,curl,kmod,systemd,systemd-sysv,dbus,libpam-systemd,iputils-ping,busybox-static,tcsh,fish
BASE=muster-lab-root:$(printf '%s' "$ROOT_PACKAGES" | sha256sum | cut -c1-12)

have() { docker image inspect "$1" >/dev/null 2>&1; }

image_name() {
    [ -s "$STATE/key" ] || ssh-keygen -q -t ed25519 -N '' -C muster-lab -f "$STATE/key"
    IMAGE=muster-lab-host:$(cat "$HERE"/image/* "$STATE/key.pub" | { printf '%s' "$BASE"; cat; } | sha256sum | cut -c1-12)
}

image() {
    image_name
    have "$IMAGE" && return 0
    have "$BASE" || root
    say "making the image of a host"
    rm -rf "$STATE/context" && mkdir "$STATE/context"
    cp "$HERE"/image/* "$STATE/key.pub" "$STATE/context/"
    docker build -q --network none --build-arg "BASE=$BASE" -t "$IMAGE" "$STATE/context" >/dev/null
    rm -rf "$STATE/context"
}

root() {
    say "making a Debian root, which takes a minute or two"
    rm -rf "$STATE/debian"
    timeout 600 debootstrap --variant=minbase "--include=$ROOT_PACKAGES" bookworm "$STATE/debian" \
        "${MUSTER_LAB_MIRROR:-http://deb.debian.org/debian}" >"$STATE/debootstrap.log" 2>&1 ||
        { tail -3 "$STATE/debootstrap.log" >&2; die 10 "no Debian root can be made here; debootstrap's last words stand above"; }
    timeout 300 chroot "$STATE/debian" env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends docker.io \
        </dev/null >>"$STATE/debootstrap.log" 2>&1 || { tail -3 "$STATE/debootstrap.log" >&2; die 1 "no docker.io in the root"; }
    tar -C "$STATE/debian" -c . | docker import - "$BASE" >/dev/null
    rm -rf "$STATE/debian"
}

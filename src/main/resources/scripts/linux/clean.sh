#!/bin/sh
# clean.sh: takes from this host exactly the things that it is given, each by its name, and nothing else.
# needs root; takes any of these, one a line: SERVICES (units), CONTAINERS (id and name), VOLUMES, IMAGES, PROCESSES
# (names; only those of RKE2, K3s, the system agent and their pods), MOUNTS (as /proc/self/mountinfo has them), PATHS, of
# which KEEP (paths below them) stay, INTERFACES, IPSETS. Never across a mount, never through a link.
# says of each thing that it is gone, or why it is left; a second look at the host decides, not this script's end
# undo: none
# exit 0 each was taken or said to be left, 10 can't start, nothing changed
set -eu
: "${SERVICES:=}" "${CONTAINERS:=}" "${VOLUMES:=}" "${IMAGES:=}" "${PROCESSES:=}" "${MOUNTS:=}" "${PATHS:=}" "${KEEP:=}"
: "${INTERFACES:=}" "${IPSETS:=}" "${PROC:=/proc}" "${PATIENCE:=20}"

say() { printf '%s\n' "$*"; }
die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }

gone=0 before=0 left=0
took() { say "gone: $1"; gone=$((gone + 1)); }
was_gone() { say "was gone: $1"; before=$((before + 1)); }
stays() { say "left: $1, because $2"; left=$((left + 1)); }

# each FUNCTION LINES: FUNCTION with every line that isn't empty; in this shell, so that counting counts
each() {
    _function=$1
    while IFS= read -r _line <&9; do
        [ -z "$_line" ] || "$_function" "$_line"
    done 9<<END
$2
END
}

# first line of what a command complained of
why() { head -n 1 "$WHY" | cut -c 1-300; }

within() { if command -v timeout >/dev/null; then timeout "$PATIENCE" "$@"; else "$@"; fi; }

# --- services

packaged() {
    { command -v dpkg-query >/dev/null && dpkg-query -S "$1" >/dev/null 2>&1; } ||
        { command -v rpm >/dev/null && rpm -qf "$1" >/dev/null 2>&1; }
}

service() {
    _unit=$1.service
    _file=$(systemctl show -p FragmentPath "$_unit" 2>"$WHY") || { stays "service $1" "systemd doesn't answer: $(why)"; return; }
    _file=${_file#FragmentPath=}
    if [ -z "$_file" ]; then was_gone "service $1"; return; fi
    systemctl stop "$_unit" 2>"$WHY" || { stays "service $1" "it can't be stopped: $(why)"; return; }
    systemctl disable "$_unit" >/dev/null 2>&1 || :
    if packaged "$_file"; then
        stays "service $1" "$_file belongs to a package; it is stopped and won't start by itself"
        return
    fi
    rm -f -- "$_file" 2>"$WHY" || { stays "service $1" "$_file can't be removed: $(why)"; return; }
    systemctl daemon-reload 2>/dev/null || :
    systemctl reset-failed "$_unit" 2>/dev/null || :
    took "service $1"
}

# --- Docker

# thing NAME WHAT COMMAND...: removed by Docker; what has gone by itself is said to have gone
docker_thing() {
    _thing=$1 _look=$2
    shift 2
    if ! docker "$_look" inspect "$_thing" >/dev/null 2>"$WHY"; then
        case $(cat "$WHY") in
            *[Nn]'o such '*) was_gone "$_look $_named" ;;
            *) stays "$_look $_named" "Docker doesn't answer: $(why)" ;;
        esac
    elif docker "$@" "$_thing" >/dev/null 2>"$WHY"; then took "$_look $_named"
    else stays "$_look $_named" "$(why)"; fi
}

container() {
    _named=${1#* }
    docker_thing "${1%% *}" container rm -f
}
# what starts the others again goes first
container_of_kubelet() { case $1 in *' kubelet') container "$1" ;; esac; }
container_of_others() { case $1 in *' kubelet') ;; *) container "$1" ;; esac; }
volume() { _named=$1; docker_thing "$1" volume volume rm; }
# without force: an image that somebody's container uses stays
image() { _named=$1; docker_thing "$1" image rmi; }

# --- processes

# lines "PID NAME" of all that runs from the cluster's own folders or in its control groups, but in no container of
# Docker's: those go with their container
ours() {
    docker ps -q --no-trunc >"$WORK/docker" 2>/dev/null || :
    for _proc in "$PROC"/[0-9]*; do
        _pid=${_proc##*/} _name='' _exe='' _groups=''
        { IFS= read -r _name <"$_proc/comm"; } 2>/dev/null || continue
        _exe=$(readlink "$_proc/exe" 2>/dev/null) || _exe=''
        _groups=$(cat "$_proc/cgroup" 2>/dev/null) || _groups=''
        if [ -s "$WORK/docker" ] && printf '%s' "$_groups" | grep -qFf "$WORK/docker"; then continue; fi
        case $_exe in
            /var/lib/rancher/* | /opt/rke2/* | /opt/rancher-system-agent/*) say "$_pid $_name"; continue ;;
            /usr/local/bin/k3s* | /usr/local/bin/rke2* | /usr/local/bin/rancher-system-agent*) say "$_pid $_name"; continue ;;
        esac
        case $_groups in
            */kubepods* | */k3s.service* | */k3s-agent.service* | */rke2-server.service* | */rke2-agent.service* | \
                */rancher-system-agent.service*) say "$_pid $_name" ;;
        esac
    done
}

ours_named() { ours | awk -v name="$1" '{ pid = $1; sub(/^[0-9]+ /, ""); if ($0 == name) print pid }'; }

process() {
    _name=$1
    _pids=$(ours_named "$_name")
    if [ -z "$_pids" ]; then was_gone "process $_name"; return; fi
    # shellcheck disable=SC2086 # one word a process
    kill $_pids 2>/dev/null || :
    _tries=0
    while [ "$_tries" -lt 5 ] && [ -n "$(ours_named "$_name")" ]; do sleep 1; _tries=$((_tries + 1)); done
    _pids=$(ours_named "$_name")
    # shellcheck disable=SC2086
    [ -z "$_pids" ] || kill -s KILL $_pids 2>/dev/null || :
    [ -z "$_pids" ] || sleep 1
    if [ -z "$(ours_named "$_name")" ]; then took "process $_name"
    else stays "process $_name" "it doesn't end, not even when killed"; fi
}

# --- mounts

# by the environment: awk would read a backslash in -v
mounted() { POINT=$1 awk '$5 == ENVIRON["POINT"] { found = 1 } END { exit !found }' "$PROC/self/mountinfo"; }

# mountinfo writes blanks and line breaks as \040 and \012
plain() { printf '%b.' "$(printf '%s' "$1" | sed 's/\\\([0-7][0-7][0-7]\)/\\0\1/g')"; }

users() {
    command -v fuser >/dev/null || return 0
    _users=$(fuser -m "$1" 2>/dev/null | tr -s ' ' '\n' | head -n 5 | while read -r _pid; do
        [ -z "$_pid" ] || printf ' %s (%s)' "$(cat "$PROC/$_pid/comm" 2>/dev/null)" "$_pid"
    done)
    [ -z "$_users" ] || printf ' by%s' "$_users"
}

mount_point() {
    if ! mounted "$1"; then was_gone "mount $1"; return; fi
    _point=$(plain "$1")
    _point=${_point%.}
    # several may lie on each other
    while mounted "$1"; do
        within umount -- "$_point" 2>"$WHY" || { stays "mount $1" "$(why)$(users "$_point")"; return; }
    done
    # the name of a network that is gone
    case $_point in */run/netns/cni-*) [ -s "$_point" ] || rm -f -- "$_point" ;; esac
    took "mount $1"
}

# --- paths

# mountinfo's way to write a name, for names that we know whole
written() { printf '%s' "$1" | awk '{ gsub(/\\/, "\\134"); gsub(/ /, "\\040"); gsub(/\t/, "\\011")
    printf "%s%s", sep, $0; sep = "\\012" }'; }

# the first mount below a path
mount_below() (
    _written=$(written "$1")
    POINT=$_written awk 'index($5, ENVIRON["POINT"] "/") == 1 { print $5; exit }' "$PROC/self/mountinfo"
)

is_mount() { mounted "$(written "$1")"; }

there() { [ -e "$1" ] || [ -L "$1" ]; }

# keeps PATH: self when it is to be kept, inside when something below it is
keeps() {
    _found=no
    while IFS= read -r _kept <&8; do
        [ -n "$_kept" ] || continue
        if [ "$_kept" = "$1" ]; then say self; return; fi
        if [ "${_kept#"$1"/}" != "$_kept" ] && there "$_kept"; then _found=inside; fi
    done 8<<END
$KEEP
END
    say "$_found"
}

children() (
    for _child in "$1"/* "$1"/.[!.]* "$1"/..?*; do
        if there "$_child"; then strip "$_child" || exit 1; fi
    done
)

# mount_below has seen that nothing is mounted in it; GNU's rm looks again on the way
wipe() { if [ -n "$gnu" ]; then rm -rf --one-file-system -- "$1"; else rm -rf -- "$1"; fi; }

# what can't be changed is made changeable, in this tree only
erase() {
    wipe "$1" 2>"$WHY" || :
    there "$1" || return 0
    if command -v chattr >/dev/null; then
        chattr -R -i -a -- "$1" >/dev/null 2>&1 || :
        wipe "$1" 2>"$WHY" || :
    fi
    ! there "$1"
}

# all of it but what is kept; a disk that is mounted at it is emptied and stays
strip() {
    if [ -d "$1" ] && [ ! -L "$1" ]; then
        case $(keeps "$1") in
            self) return 0 ;;
            inside) children "$1"; return ;;
        esac
        if is_mount "$1"; then children "$1"; return; fi
    else
        [ "$(keeps "$1")" = no ] || return 0
    fi
    erase "$1"
}

path() {
    _path=$1
    if ! there "$_path"; then was_gone "$_path"; return; fi
    _below=$(mount_below "$_path")
    if [ -n "$_below" ]; then stays "$_path" "$_below is mounted in it"; return; fi
    _target=''
    [ ! -L "$_path" ] || _target=", a link; what it leads to stays: $(readlink "$_path")"
    : >"$WHY"
    [ "$(keeps "$_path")" = no ] || _target=', but for what is to stay in it'
    if strip "$_path"; then took "$_path$_target"; else stays "$_path" "$(why)"; fi
}

# --- the network

interface() {
    if [ ! -e "/sys/class/net/$1" ]; then was_gone "interface $1"; return; fi
    if [ -n "$(ip -o route show default dev "$1" 2>/dev/null)" ]; then
        stays "interface $1" "the host's default route goes over it"
        return
    fi
    ip link delete "$1" 2>"$WHY" || [ "$1" != tunl0 ] || modprobe -r ipip 2>/dev/null || :
    if [ ! -e "/sys/class/net/$1" ]; then took "interface $1"
    else stays "interface $1" "$(why); a restart of the host takes it away"; fi
}

ipset_named() {
    if ! ipset list -n "$1" >/dev/null 2>&1; then was_gone "ipset $1"; return; fi
    if ipset destroy "$1" 2>"$WHY"; then took "ipset $1"; else stays "ipset $1" "$(why)"; fi
}

# ---

check_path() {
    case $1 in
        /*) ;;
        *) die 10 "PATHS: '$1' doesn't begin with a slash" ;;
    esac
    case $1/ in */../* | */./* | *//*) die 10 "PATHS: '$1' goes back on itself" ;; esac
    case $1 in
        /*/*) ;;
        *) die 10 "PATHS: '$1' is a folder of the system's" ;;
    esac
    case $1 in
        /etc/systemd | /etc/ssh | /usr/local | /usr/bin | /usr/sbin | /usr/lib | /var/lib | /var/log | /var/run | \
            /usr/local/bin | /etc/systemd/system | /var/lib/docker | /var/lib/containerd | /var/lib/muster)
            die 10 "PATHS: '$1' is a folder of the system's" ;;
    esac
}

needs() { [ -z "$1" ] || command -v "$2" >/dev/null || die 10 "$2 isn't on this host"; }

ready() {
    needs "$SERVICES" systemctl
    needs "$CONTAINERS$VOLUMES$IMAGES" docker
    needs "$INTERFACES" ip
    needs "$IPSETS" ipset
    each check_path "$PATHS"
    umask 077
    WORK=$(mktemp -d) || die 10 "no folder can be made in ${TMPDIR:-/tmp}"
    trap 'rm -rf -- "${WORK:?}"' EXIT
    WHY=$WORK/why
    gnu=yes
    rm -f --one-file-system -- "$WORK/none" 2>/dev/null || gnu=
    : >"$WHY"
}

main() {
    ready
    each service "$SERVICES"
    each container_of_kubelet "$CONTAINERS"
    each container_of_others "$CONTAINERS"
    each volume "$VOLUMES"
    each image "$IMAGES"
    each process "$PROCESSES"
    # what lies deeper comes first
    each mount_point "$(printf '%s\n' "$MOUNTS" | sort -r)"
    each path "$PATHS"
    each interface "$INTERFACES"
    each ipset_named "$IPSETS"
    if [ "$gone" = 0 ] && [ "$left" = 0 ]; then say "already so: $before were gone"
    else say "done: $gone gone, $before were gone before, $left left"; fi
}
main "$@"

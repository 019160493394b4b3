#!/bin/sh
# kernel-modules.sh: this host has the kernel modules that a cluster's node needs, now and after a reboot.
# needs root; takes MODULES (names, one a line); changes the running kernel and /etc/modules-load.d/muster.conf;
# undo: kernel-modules-undo.sh
# exit 0 as wanted (also: was so already), 10 can't start, nothing changed, 20 change failed, 30 not as wanted
set -eu
: "${MODULES:=}" "${CONF:=/etc/modules-load.d/muster.conf}" "${PROC:=/proc}" "${SYS:=/sys}"
: "${LIB:=/lib/modules/$(uname -r)}" "${MODPROBE:=modprobe}"

say() { printf '%s\n' "$*"; }
die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }

# the kernel shows a loaded module under /sys/module with underscores; what is built in shows itself only by what it
# does, or by modules.builtin when the host has the kernel's files
there() (
    name=$(printf '%s' "$1" | tr - _)
    [ ! -d "$SYS/module/$name" ] || exit 0
    case $name in
        overlay) grep -qw overlay "$PROC/filesystems" 2>/dev/null && exit 0 ;;
        br_netfilter) [ -e "$PROC/sys/net/bridge/bridge-nf-call-iptables" ] && exit 0 ;;
        ip_tables) [ -e "$PROC/net/ip_tables_names" ] && exit 0 ;;
        ip6_tables) [ -e "$PROC/net/ip6_tables_names" ] && exit 0 ;;
        nf_conntrack) [ -e "$PROC/sys/net/netfilter/nf_conntrack_max" ] && exit 0 ;;
    esac
    built_in "$name"
)

built_in() (
    name=$(printf '%s' "$1" | tr - _)
    [ -r "$LIB/modules.builtin" ] || exit 1
    while IFS= read -r path; do
        file=${path##*/}
        [ "$(printf '%s' "${file%.ko*}" | tr - _)" != "$name" ] || exit 0
    done <"$LIB/modules.builtin"
    exit 1
)

# a module that is there although the kernel has no files to load it from is a part of the kernel
stays_by_itself() { [ ! -d "$LIB" ] || built_in "$1"; }

kept() { stays_by_itself "$1" || { [ -r "$CONF" ] && grep -qxF -- "$1" "$CONF"; }; }

ready() {
    [ -n "$MODULES" ] || die 10 "MODULES names no module"
    for module in $MODULES; do
        case $module in
            *[!A-Za-z0-9_-]* | -*) die 10 "MODULES: $module can't be a module's name" ;;
        esac
    done
}

check() (
    for module in $MODULES; do
        there "$module" || exit 1
        kept "$module" || exit 1
    done
)

apply() {
    umask 022
    for module in $MODULES; do
        if ! there "$module"; then
            command -v "$MODPROBE" >/dev/null || die 20 "$module isn't loaded, and modprobe isn't there to load it"
            "$MODPROBE" -- "$module" || die 20 "$module can't be loaded into the kernel $(uname -r)"
            say "loaded $module"
        fi
        if ! kept "$module"; then
            mkdir -p -- "${CONF%/*}" || die 20 "${CONF%/*} can't be made"
            { [ ! -r "$CONF" ] || cat -- "$CONF"; printf '%s\n' "$module"; } >"$CONF.new" \
                || die 20 "$CONF.new can't be written. Is the disk full?"
            mv -f -- "$CONF.new" "$CONF" || die 20 "$CONF can't be replaced"
            say "kept $module in $CONF"
        fi
    done
}

verify() {
    for module in $MODULES; do
        there "$module" || die 30 "modprobe gave no error, yet $module isn't in the kernel"
        kept "$module" || die 30 "$module isn't in $CONF"
    done
}

main() {
    ready
    names=$(printf '%s' "$MODULES" | tr '\n' ' ')
    if check; then say "already so: $names"; exit 0; fi
    apply
    verify
    say "done: $names"
}
main "$@"

#!/bin/sh
# restart.sh: this host is restarted, once.
# needs root; takes MARK, a file that remembers the start of the host before; changes that file only, the runner restarts
# undo: none
# exit 0 it was restarted, 194 it is to be restarted, and this script run once more, 10 can't start
set -eu
: "${MARK:=/var/lib/muster/restart}" "${BOOT:=/proc/sys/kernel/random/boot_id}"

say() { printf '%s\n' "$*"; }
die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }

main() {
    read -r boot <"$BOOT" || die 10 "$BOOT can't be read"
    earlier=''
    [ ! -r "$MARK" ] || read -r earlier <"$MARK" || :
    if [ -n "$earlier" ] && [ "$earlier" != "$boot" ]; then
        rm -f -- "$MARK"
        say "done: the host was restarted"
        exit 0
    fi
    umask 077
    mkdir -p -- "${MARK%/*}"
    say "$boot" >"$MARK" || die 10 "$MARK can't be written"
    say "the host is to be restarted"
    exit 194
}
main "$@"

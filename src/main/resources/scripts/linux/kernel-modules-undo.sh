#!/bin/sh
# kernel-modules-undo.sh: after the next reboot this host no longer loads the modules that Muster added.
# needs root; takes MODULES (names, one a line); changes /etc/modules-load.d/muster.conf; a module in use stays loaded
# until then; redo: kernel-modules.sh
# exit 0 as wanted (also: was so already), 10 can't start, nothing changed, 20 change failed, 30 not as wanted
set -eu
: "${MODULES:=}" "${CONF:=/etc/modules-load.d/muster.conf}"

say() { printf '%s\n' "$*"; }
die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }

named() { printf '%s\n' "$MODULES" | grep -qxF -- "$1"; }

ready() { [ -n "$MODULES" ] || die 10 "MODULES names no module"; }

check() (
    [ -e "$CONF" ] || exit 0
    while IFS= read -r line || [ -n "$line" ]; do
        if named "$line"; then exit 1; fi
    done <"$CONF"
)

apply() {
    umask 022
    : >"$CONF.new" || die 20 "$CONF.new can't be written. Is the disk full?"
    while IFS= read -r line || [ -n "$line" ]; do
        named "$line" || printf '%s\n' "$line" >>"$CONF.new" || die 20 "$CONF.new can't be written. Is the disk full?"
    done <"$CONF"
    if [ -s "$CONF.new" ]; then
        mv -f -- "$CONF.new" "$CONF" || die 20 "$CONF can't be replaced"
    else
        rm -f -- "$CONF.new" "$CONF" || die 20 "$CONF can't be removed"
    fi
}

verify() { check || die 30 "$CONF still names one of the modules"; }

main() {
    ready
    if check; then say "already so: $CONF names none of them"; exit 0; fi
    apply
    verify
    say "done: the modules stay in the kernel until the next reboot"
}
main "$@"

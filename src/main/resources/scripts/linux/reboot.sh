#!/bin/sh
# reboot.sh: restarts the host, unless it has restarted since a moment that is named.
# parameters: BOOT, the start of the host that is to be its last one, as reboot-look.sh said it
# needs root; changes: ends every session and process; no undo
# prints "restarting" (also: it is about to already), or "restarted" when it has been so; exit 0, 10 can't
set -eu
: "${PROC:=/proc}" "${SYSTEMD:=/run/systemd/system}" "${DELAY:=2}"

say() { printf '%s\n' "$*"; }
die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }

ready() {
    case ${BOOT:?} in *[!0-9a-f-]*) die 10 "not a boot_id: $BOOT" ;; esac
    if [ -d "$SYSTEMD" ]; then set -- systemctl; else set -- reboot; fi
    command -v "$1" >/dev/null || die 10 "$1 isn't there to restart with"
}

check() { [ "$(cat "$PROC/sys/kernel/random/boot_id")" != "$BOOT" ]; }

# After a moment and in a session of its own, so that the answer comes first and the end of the line ends nothing
apply() {
    if [ -d "$SYSTEMD" ]; then
        command -v systemd-run >/dev/null &&
            systemd-run --quiet --on-active="$DELAY" systemctl reboot 2>/dev/null && return 0
        set -- systemctl reboot
    else
        set -- reboot
    fi
    if command -v setsid >/dev/null; then set -- setsid "$@"; fi
    { sleep "$DELAY"; exec "$@"; } </dev/null >/dev/null 2>&1 &
}

main() {
    ready
    if check; then say restarted; exit 0; fi
    apply
    say restarting
}
main "$@"

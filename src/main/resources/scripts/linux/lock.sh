#!/bin/sh
# lock.sh: takes, shows, frees or takes over the lock that says who changes this host.
# parameters: ACT, take | look | free | take-over; HOLDER, four lines: run, owner, workstation, time;
#   FROM, for take-over: the run that is known to hold it, empty when it names none
# needs root; changes $ROOT/lock; undo: free
# prints "free", or "held" and the holder's four lines; exit 0 as wanted (also: was so already), 10 can't start,
#   11 somebody else holds it, nothing changed
set -eu
umask 077
: "${ROOT:=/var/lib/muster}" "${HOLDER:=}" "${FROM:=}"
LOCK=${ROOT:?}/lock

say() { printf '%s\n' "$*"; }
die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }

run_of() { printf '%s\n' "$1" | head -n 1; }
holder() { cat -- "$LOCK/holder" 2>/dev/null || :; }

# The folder is made first, the name in it a moment later
await_name() {
    tries=0
    while [ -d "$LOCK" ] && [ ! -s "$LOCK/holder" ] && [ "$tries" -lt 10 ]; do
        sleep 0.2 2>/dev/null || { sleep 1; tries=$((tries + 4)); }
        tries=$((tries + 1))
    done
}

show() {
    await_name
    if [ -d "$LOCK" ]; then say held; holder; else say free; fi
}

ready() {
    mkdir -p -- "$ROOT" || die 10 "$ROOT can't be made. Is the disk full or read-only?"
    chmod 700 "$ROOT"
}

take() {
    ready
    if mkdir -- "$LOCK" 2>/dev/null; then
        if printf '%s\n' "$HOLDER" >"$LOCK/new" && mv -f -- "$LOCK/new" "$LOCK/holder"; then return 0; fi
        rm -f -- "$LOCK/new"
        rmdir -- "$LOCK"
        die 10 "$LOCK can't be written. Is the disk full?"
    fi
    await_name
    [ "$(run_of "$(holder)")" = "$(run_of "$HOLDER")" ]
}

# Set aside in one move first, so that of two who free or take over only one does
release() {
    aside=$ROOT/lock.gone.$$
    mv -- "$LOCK" "$aside" 2>/dev/null || return 0
    rm -f -- "$aside/holder" "$aside/new"
    rmdir -- "$aside"
}

main() {
    case $ACT in
        take) take || { show; exit 11; } ;;
        free)
            await_name
            if [ -d "$LOCK" ]; then
                [ "$(run_of "$(holder)")" = "$(run_of "$HOLDER")" ] || { show; exit 11; }
                release
            fi
            ;;
        take-over)
            await_name
            if [ "$(run_of "$(holder)")" != "$(run_of "$HOLDER")" ]; then
                [ "$(run_of "$(holder)")" = "$FROM" ] || { show; exit 11; }
                release
            fi
            take || { show; exit 11; }
            ;;
        look) ;;
        *) die 10 "not an act: $ACT" ;;
    esac
    show
}
main "$@"

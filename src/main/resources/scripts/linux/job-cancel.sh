#!/bin/sh
# job-cancel.sh: ends a job's whole process group, first gently, then firmly, and waits until it is gone.
# parameters: RUN, JOB, names of its folders; LOOK, the text of job-look.sh; GRACE, seconds between the two
# needs root; changes the job's processes, its secrets, its exit status when it left none (137)
# prints the job's state as job-look.sh does; exit 0 nothing of it runs, 30 something does in spite of all
set -eu
umask 077
: "${ROOT:=/var/lib/muster}" "${GRACE:=10}"
FOLDER=${ROOT:?}/${RUN:?}/${JOB:?}

die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }
look() (eval "$LOOK")

# shellcheck disable=SC2086
members() (
    for stat in /proc/[0-9]*/stat; do
        { read -r line <"$stat"; } 2>/dev/null || continue
        # behind the name, which may hold blanks and brackets: state 1, session 4, start 20
        set -- ${line##*) }
        if [ "${4:-}" = "$session" ] && [ "$1" != Z ]; then stat=${stat#/proc/}; printf '%s\n' "${stat%/stat}"; fi
    done
)

# Is the session that the job wrote down still the job's? Its number may be in use again after a restart.
ours() {
    [ -s "$FOLDER/group" ] || return 1
    read -r pid start session boot <"$FOLDER/group" || return 1
    [ "$boot" = "$(cat /proc/sys/kernel/random/boot_id)" ] || return 1
    [ -d "/proc/$pid" ] || return 0
    { read -r line <"/proc/$pid/stat"; } 2>/dev/null || return 0
    # shellcheck disable=SC2086
    set -- ${line##*) }
    [ "${20}" = "$start" ]
}

gone_within() {
    tries=0
    while [ -n "$(members)" ]; do
        [ "$tries" -lt $(($1 * 5)) ] || return 1
        sleep 0.2 2>/dev/null || { sleep 1; tries=$((tries + 4)); }
        tries=$((tries + 1))
    done
}

# The unit's control group holds also what made a session of its own
signal() {
    [ ! -s "$FOLDER/unit" ] || systemctl kill --signal="$1" "$(cat "$FOLDER/unit").service" 2>/dev/null || :
    for member in $(members); do kill -s "$1" "$member" 2>/dev/null || :; done
}

stop_unit() {
    [ -s "$FOLDER/unit" ] || return 0
    systemctl stop "$(cat "$FOLDER/unit").service" 2>/dev/null || :
}

finish() {
    [ ! -d "$FOLDER/secrets" ] || find "$FOLDER/secrets" -xdev -type f -exec rm -f -- {} +
    [ ! -s "$FOLDER/status" ] || return 0
    printf '%3d\n' 137 1<>"$FOLDER/status.new"
    mv -f -- "$FOLDER/status.new" "$FOLDER/status"
}

apply() {
    signal TERM
    gone_within "$GRACE" || {
        signal KILL
        gone_within 10 || die 30 "still there: $(members | tr '\n' ' ')"
    }
    stop_unit
    finish
}

main() {
    case $(look) in absent) printf 'absent\n'; exit 0 ;; esac
    if ours; then apply; fi
    look
}
main "$@"

#!/bin/sh
# job-look.sh: says what has become of a job.
# parameters: RUN, JOB, names of its folders
# needs root; voids a start that got stuck, removes secrets that nobody will read any more, changes nothing else
# prints one line: absent | running PRINTED | ended EXIT PRINTED | vanished PRINTED (its processes are gone and it left
#   no exit status); exit 0
set -eu
: "${ROOT:=/var/lib/muster}"
FOLDER=${ROOT:?}/${RUN:?}/${JOB:?}

say() { printf '%s\n' "$*"; }

# ls knows the size without reading the file; busybox' wc reads it all
# shellcheck disable=SC2012,SC2046
printed() (
    set -- $(ls -nd -- "$FOLDER/output" 2>/dev/null)
    say "${5:-0}"
)

ended() {
    [ -s "$FOLDER/status" ] || return 1
    read -r exit <"$FOLDER/status" || return 1
    case $exit in '' | *[!0-9]*) return 1 ;; esac
}

# Fields of /proc/PID/stat behind the name, which may hold blanks and brackets: state 1, session 4, start 20
# shellcheck disable=SC2086
leader_lives() {
    { read -r line <"/proc/$pid/stat"; } 2>/dev/null || return 1
    set -- ${line##*) }
    [ "${20:-}" = "$start" ] && [ "$1" != Z ]
}

# A number isn't given to a new process while it still names a session. So if the leader's is in use again, the
# session is gone; if nobody has it, whoever names that session is left over from the job.
# shellcheck disable=SC2086
session_lives() {
    [ ! -d "/proc/$pid" ] || return 1
    for stat in /proc/[0-9]*/stat; do
        { read -r line <"$stat"; } 2>/dev/null || continue
        set -- ${line##*) }
        if [ "${4:-}" = "$session" ] && [ "$1" != Z ]; then return 0; fi
    done
    return 1
}

alive() {
    [ -s "$FOLDER/group" ] || return 1
    read -r pid start session boot <"$FOLDER/group" || return 1
    [ "$boot" = "$(cat /proc/sys/kernel/random/boot_id)" ] || return 1
    leader_lives || session_lives
}

# Between the start and the job's first act nothing shows. Whoever makes the claim has the word: the job, which then
# runs; or this script after five seconds, and then the job never will.
await_claim() {
    tries=0
    while [ ! -s "$FOLDER/group" ] && [ "$tries" -lt 25 ]; do
        sleep 0.2 2>/dev/null || { sleep 1; tries=$((tries + 4)); }
        tries=$((tries + 1))
    done
    [ -s "$FOLDER/group" ] || mkdir -- "$FOLDER/claim" 2>/dev/null || :
}

# What a start has left that was killed: its folder is named after its process
tidy() {
    for old in "$FOLDER"/new.*; do
        if [ -d "$old" ] && [ ! -d "/proc/${old##*.}" ]; then
            find "$old" -xdev -depth \( -type d -exec rmdir -- {} \; -o -exec rm -f -- {} \; \)
        fi
    done
}

# The job does so itself, unless it was killed
drop_secrets() {
    [ ! -d "$FOLDER/secrets" ] || find "$FOLDER/secrets" -xdev -type f -exec rm -f -- {} +
}

main() {
    tidy
    if ended; then drop_secrets; say "ended $exit $(printed)"; exit 0; fi
    if [ ! -d "$FOLDER/started" ]; then say absent; exit 0; fi
    await_claim
    if alive; then say "running $(printed)"; exit 0; fi
    # it may have ended since the first look
    if ended; then say "ended $exit $(printed)"; exit 0; fi
    drop_secrets
    say "vanished $(printed)"
}
main "$@"

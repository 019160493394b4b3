#!/bin/sh
# job-follow.sh: prints a job's output from a byte on, as it comes, until the job has ended and all was printed.
# parameters: RUN, JOB, names of its folders; OFFSET, the first byte wanted, from 0; LOOK, the text of job-look.sh
# needs root; changes nothing; prints frames: "data N" and a line break, N bytes and a line break; "beat" at least every
#   3 seconds; last "state ..." with the line of job-look.sh; exit 0 all printed, 10 no such output, 20 it can't be read on
set -eu
: "${ROOT:=/var/lib/muster}" "${CHUNK:=1048576}"
FOLDER=${ROOT:?}/${RUN:?}/${JOB:?}
BLOCK=65536

say() { printf '%s\n' "$*"; }
die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }
look() (eval "$LOOK")

# shellcheck disable=SC2012,SC2046
printed() (
    set -- $(ls -nd -- "$FOLDER/output" 2>/dev/null)
    say "${5:-0}"
)

# The commands share one open file and its place in it: nothing is read twice, and whole blocks are jumped over
skip() {
    [ "$OFFSET" -lt "$BLOCK" ] || dd bs="$BLOCK" skip=$((OFFSET / BLOCK)) count=0 <&3 2>/dev/null
    [ $((OFFSET % BLOCK)) -eq 0 ] || dd bs=$((OFFSET % BLOCK)) count=1 <&3 >/dev/null 2>&1
}

send() {
    count=$((size - place))
    [ "$count" -le "$CHUNK" ] || count=$CHUNK
    say "data $count"
    dd bs="$count" count=1 <&3 2>/dev/null || die 20 "$FOLDER/output can't be read on"
    say ''
    place=$((place + count))
}

nap() { sleep 0.15 2>/dev/null || sleep 1; }

# whether the job is over; asked before the size, so that what it printed last isn't missed
over() {
    [ ! -s "$FOLDER/status" ] || return 0
    [ $((naps % 10)) -eq 9 ] || return 1
    case $(look) in running*) return 1 ;; esac
}

main() {
    if [ ! -d "$FOLDER/started" ]; then say "state $(look)"; exit 0; fi
    # a start that was killed behind its mark has left none
    if [ ! -f "$FOLDER/output" ]; then say "state $(look)"; exit 0; fi
    exec 3<"$FOLDER/output"
    size=$(printed)
    [ "$OFFSET" -le "$size" ] || die 10 "byte $OFFSET is past the output's end, $size"
    skip
    place=$OFFSET naps=0
    say beat
    while :; do
        if over; then last=yes; else last=no; fi
        size=$(printed)
        if [ "$size" -gt "$place" ]; then send; continue; fi
        [ "$last" = no ] || break
        nap
        naps=$((naps + 1))
        [ $((naps % 15)) -ne 0 ] || say beat
    done
    say "state $(look)"
}
main "$@"

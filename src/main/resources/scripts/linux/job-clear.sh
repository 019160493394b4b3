#!/bin/sh
# job-clear.sh: removes the folder of a job that has ended.
# parameters: RUN, JOB, names of its folders; LOOK, the text of job-look.sh
# needs root; changes $ROOT/RUN/JOB, and $ROOT/RUN when nothing else is in it; nothing beyond a mount
# exit 0 gone (also: was gone already), 10 it is still running, nothing removed, 20 something can't be removed
set -eu
: "${ROOT:=/var/lib/muster}"
FOLDER=${ROOT:?}/${RUN:?}/${JOB:?}

die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }
look() (eval "$LOOK")

ready() {
    case $RUN/$JOB in
        .* | */.* | */*/* | *[!A-Za-z0-9./_-]*) die 10 "not a job's name: $RUN/$JOB" ;;
    esac
    for part in "$ROOT" "$ROOT/$RUN" "$FOLDER"; do
        [ ! -L "$part" ] || die 10 "$part is a link"
    done
    case $(look) in running*) die 10 "$FOLDER belongs to a job that is still running" ;; esac
}

main() {
    [ -d "$FOLDER" ] || [ -L "$FOLDER" ] || exit 0
    ready
    find "$FOLDER" -xdev -depth \( -type d -exec rmdir -- {} \; -o -exec rm -f -- {} \; \) || :
    [ ! -d "$FOLDER" ] || die 20 "$FOLDER can't be removed as a whole"
    rmdir -- "$ROOT/$RUN" 2>/dev/null || :
}
main "$@"

#!/bin/sh
# place.sh: keeps what comes on standard input as a file in a private folder, for sudo to run.
# needs nothing; changes one new folder, muster.XXXXXX in the first of PLACES that takes it; undo: the file removes
#   itself when it runs, place-undo.sh otherwise
# prints the file's path; exit 0 placed, 10 no folder takes it
set -eu
umask 077
: "${PLACES:=/tmp
/var/tmp
/dev/shm
${HOME:-/nowhere}}"

say() { printf '%s\n' "$*"; }
die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }

folder() (
    IFS='
'
    for place in $PLACES; do
        made=$(mktemp -d "$place/muster.XXXXXX" 2>/dev/null) || continue
        # a full disk makes folders but keeps no bytes
        if printf '%8192s\n' ' ' >"$made/script" 2>/dev/null; then say "$made"; return 0; fi
        rm -f -- "$made/script"
        rmdir -- "$made"
    done
    return 1
)

main() {
    home=$(folder) || die 10 "no folder for a file: $(say "$PLACES" | tr '\n' ' ')"
    if cat >"$home/script"; then say "$home/script"; exit 0; fi
    rm -f -- "$home/script"
    rmdir -- "$home"
    die 10 "$home/script can't be written. Is the disk full?"
}
main "$@"

#!/bin/sh
# place-undo.sh: takes away what place.sh left, when sudo didn't run it.
# parameters: PLACED, the path that place.sh printed
# needs nothing; changes that file and its folder; exit 0 gone (also: was gone already), 10 not a path of place.sh's
set -eu

die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }

main() {
    case ${PLACED:?} in
        /*/muster.??????/script) ;;
        *) die 10 "not a path of place.sh's: $PLACED" ;;
    esac
    rm -f -- "$PLACED"
    [ ! -d "${PLACED%/*}" ] || rmdir -- "${PLACED%/*}"
}
main "$@"

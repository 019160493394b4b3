#!/bin/sh
# put-add.sh: adds what comes on standard input to a part file that has just so many bytes.
# parameters: PART, its path; OFFSET, how many bytes it must have
# needs nothing but the right to write it; changes PART; undo: put-end.sh
# prints how many bytes it has then; exit 0 added, 10 it has another length, nothing changed, 20 it can't be written
set -eu
: "${PART:?}" "${OFFSET:?}"

die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }
size() { wc -c <"$PART" | tr -d ' '; }

main() {
    if [ ! -f "$PART" ] || [ -L "$PART" ]; then die 10 "there is no $PART"; fi
    [ "$(size)" = "$OFFSET" ] || die 10 "$PART has $(size) bytes, not $OFFSET"
    cat >>"$PART" || die 20 "$PART can't be written. Is the disk full?"
    size
}
main "$@"

#!/bin/sh
# put-end.sh: checks a part file and puts it in its place, whole and in one move.
# parameters: PART, its path; TO, where it shall be; HASH, its SHA-256; MODE, its rights
# needs root; changes TO; takes PART away; undo: none, the file that was there before is gone
# exit 0 in place, 20 it can't be written, 30 the bytes aren't the ones that were sent: PART is taken away
set -eu
umask 077
: "${PART:?}" "${TO:?}" "${HASH:?}" "${MODE:?}"
NEW=$TO.muster-new

die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }

hash_of() {
    if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi <"$1" | cut -d ' ' -f 1
}

# What is checked is root's own copy beside the place: nobody can change it between the look and the move
main() {
    trap 'rm -f -- "$NEW"' EXIT
    rm -f -- "$NEW"
    cat -- "$PART" >"$NEW" || die 20 "$NEW can't be written. Is the disk full?"
    if [ "$(hash_of "$NEW")" != "$HASH" ]; then
        rm -f -- "$PART"
        die 30 "what came isn't what was sent"
    fi
    chmod "$MODE" "$NEW" || die 20 "$NEW can't be given the rights $MODE"
    sync "$NEW" 2>/dev/null || sync
    mv -f -- "$NEW" "$TO" || die 20 "$TO can't be replaced"
    rm -f -- "$PART"
    rmdir -- "$(dirname -- "$PART")" 2>/dev/null || :
}
main "$@"

#!/bin/sh
# put-look.sh: says how much of a file is here already, and makes room for the rest of it.
# parameters: TO, where it shall be; HASH, its SHA-256; MODE, its rights
# needs root; changes a part file in the sign-in's own folder $PARTS/muster-UID, 0700; undo: put-end.sh
# prints "same", or "part PATH BYTES"; exit 0 as wanted, 10 can't start
set -eu
umask 077
: "${PARTS:=/var/tmp}" "${TO:?}" "${HASH:?}" "${MODE:?}"

say() { printf '%s\n' "$*"; }
die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }

hash_of() {
    if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi <"$1" | cut -d ' ' -f 1
}

# Others may write in PARTS: only a folder that is the sign-in's own, and no link, will do
own() { [ -d "$1" ] && [ ! -L "$1" ] && [ -n "$(find "$1" -prune -user "$2")" ]; }

main() {
    command -v sha256sum >/dev/null 2>&1 || command -v shasum >/dev/null 2>&1 || die 10 "there is no sha256sum"
    if [ -f "$TO" ] && [ "$(hash_of "$TO")" = "$HASH" ]; then
        chmod "$MODE" "$TO" || die 10 "$TO can't be given the rights $MODE"
        say same
        exit 0
    fi
    [ ! -d "$TO" ] || die 10 "$TO is a folder"
    [ -d "$(dirname -- "$TO")" ] || die 10 "there is no folder $(dirname -- "$TO")"
    user=${SUDO_UID:-$(id -u)}
    home=$PARTS/muster-$user
    mkdir -m 700 -- "$home" 2>/dev/null || own "$home" "$user" || own "$home" "$(id -u)" \
        || die 10 "$home can't be made, or isn't the sign-in's own folder"
    chown "$user" "$home" 2>/dev/null || :
    part=$home/$HASH
    if [ ! -f "$part" ] || [ -L "$part" ]; then
        rm -f -- "$part"
        : >"$part" || die 10 "$part can't be written. Is the disk full?"
    fi
    chown "$user" "$part" 2>/dev/null || :
    say "part $part $(wc -c <"$part" | tr -d ' ')"
}
main "$@"

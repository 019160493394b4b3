#!/bin/sh
# frame.sh: runs one script between two marked lines, whatever the login shell prints before, after or instead.
# parameters: MUSTER_MARK, a word nobody can guess; MUSTER_SCRIPT, the script's whole text; MUSTER_INPUT, what the
#   script reads: none or channel; MUSTER_SELF, keep, or remove: this text lies in a private folder and takes both away
# needs nothing; changes nothing by itself; exit 0: the script's own status stands in the last marked line
set -u
PATH=${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/sbin:/sbin

mark() {
    printf '\n%s %s\n' "$MUSTER_MARK" "$1"
    printf '\n%s %s\n' "$MUSTER_MARK" "$1" >&2
}

remove_self() {
    rm -f -- "$0"
    rmdir -- "${0%/*}"
}

main() {
    if [ "$MUSTER_SELF" = remove ]; then remove_self; fi
    mark begin
    case $MUSTER_INPUT in
        channel) (eval "$MUSTER_SCRIPT") ;;
        *) (eval "$MUSTER_SCRIPT") </dev/null ;;
    esac
    mark "end $?"
    exit 0
}
main "$@"

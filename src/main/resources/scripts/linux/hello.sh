#!/bin/sh
# hello.sh: says who runs it and on what, so that Muster knows which rights it has.
# needs nothing; changes nothing; prints uid, user, kernel, one a line; exit 0
set -eu

main() {
    printf 'uid %s\n' "$(id -u)"
    printf 'user %s\n' "$(id -un)"
    printf 'kernel %s\n' "$(uname -s)"
}
main "$@"

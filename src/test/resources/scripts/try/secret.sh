#!/bin/sh
# secret.sh: prints a secret and the rights of its file and folder.
set -eu

main() {
    # shellcheck disable=SC2012
    printf '%s %s ' "$(ls -l "$TOKEN" | cut -c1-10)" "$(ls -ld "$MUSTER_SECRETS" | cut -c1-10)"
    cat "$TOKEN"
}
main "$@"

#!/bin/sh
# count.sh: writes down that it ran.
set -eu

main() {
    printf 'ran\n' >>"$DIARY"
    sleep 0.3
}
main "$@"

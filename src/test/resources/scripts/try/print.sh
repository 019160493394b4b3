#!/bin/sh
# print.sh: prints a text and ends with a status.
set -eu

main() {
    printf '%s' "$TEXT"
    exit "$EXIT"
}
main "$@"

#!/bin/sh
# copy.sh: prints a file.
set -eu

main() {
    cat "$FILE"
}
main "$@"

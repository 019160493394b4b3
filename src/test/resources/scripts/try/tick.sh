#!/bin/sh
# tick.sh: prints a line every twentieth of a second.
set -eu

main() {
    number=0
    while [ "$number" -lt "$TIMES" ]; do
        printf 'tick %s\n' "$number"
        sleep 0.05
        number=$((number + 1))
    done
}
main "$@"

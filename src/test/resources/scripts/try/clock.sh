#!/bin/sh
# clock.sh: prints what time it is, in milliseconds, now and then.
set -eu

main() {
    number=0
    while [ "$number" -lt 6 ]; do
        date +%s%3N
        sleep 0.6
        number=$((number + 1))
    done
}
main "$@"

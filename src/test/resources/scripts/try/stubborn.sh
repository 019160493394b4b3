#!/bin/sh
# stubborn.sh: starts others and will not hear TERM.
set -eu

main() {
    trap '' TERM
    sleep 300 &
    printf '%s\n' "$$" "$!" >"$PIDS"
    (sleep 300; sleep 300) &
    printf '%s\n' "$!" >>"$PIDS"
    : >"$PIDS.done"
    wait
}
main "$@"

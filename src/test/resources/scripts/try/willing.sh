#!/bin/sh
# willing.sh: tidies up when it is told to end.
set -eu

main() {
    trap 'exit 44' TERM
    : >"$FILE.begun"
    while [ -d "${FILE%/*}" ]; do sleep 0.1; done
}
main "$@"

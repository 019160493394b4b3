#!/bin/sh
# flood.sh: prints more than anybody wants, on both outputs.
set -eu

main() {
    dd if=/dev/zero bs=65536 count=512 2>/dev/null | tr '\000' o &
    dd if=/dev/zero bs=65536 count=32 2>/dev/null | tr '\000' e >&2
    wait
    exit 7
}
main "$@"

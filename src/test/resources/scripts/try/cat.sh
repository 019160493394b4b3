#!/bin/sh
# cat.sh: prints what it reads.
set -eu

main() { cat; }
main "$@"

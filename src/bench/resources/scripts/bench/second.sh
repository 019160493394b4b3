#!/bin/sh
# second.sh: takes a second of the host's time and no work.
set -eu
main() { sleep 1; }
main "$@"

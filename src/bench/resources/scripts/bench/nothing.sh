#!/bin/sh
# nothing.sh: does nothing, as the peers' `true` does.
set -eu
main() { :; }
main "$@"

#!/bin/sh
# wait.sh: says on disk that it began and waits for a file.
set -eu

main() {
    : >"$FILE.begun"
    while [ ! -e "$FILE" ] && [ -d "${FILE%/*}" ]; do sleep 0.1; done
    printf 'gone on\n'
}
main "$@"

#!/bin/sh
# step.sh: does what a test tells it, line by line
set -eu
: "${ROOT:?}" "${NAME:?}" "${WHAT:=}" "${TOKEN_FILE:=}"
echo run >>"$ROOT/ran.$NAME"
while read -r verb rest; do
    case $verb in
        say) printf '%s\n' "$rest" ;;
        count) i=0; while [ "$i" -lt "$rest" ]; do i=$((i + 1)); echo "line $i"; done ;;
        flood) printf '\033[31mred\033]0;title\007 \377\n'; awk -v n="$rest" 'BEGIN { for (i = 1; i <= n; i++) printf "%0127d\n", i }' ;;
        slowly) i=0; while [ "$i" -lt "$rest" ]; do i=$((i + 1)); echo "line $i"; sleep 0.02; done ;;
        await) until [ -e "$ROOT/$rest" ]; do sleep 0.02; done ;;
        touch) mkdir -p "$ROOT/$(dirname "$rest")"; : >"$ROOT/$rest" ;;
        secret) printf 'Connecting with token %s and %s\n' "$(cat "$TOKEN_FILE")" "$(base64 <"$TOKEN_FILE")" ;;
        child) sleep 1000 & echo "$!" >"$ROOT/child" ;;
        die) kill -9 $$ ;;
        exit) exit "$rest" ;;
        unless) [ -e "$ROOT/${rest% *}" ] || exit "${rest##* }" ;;
    esac
done <<END
$WHAT
END

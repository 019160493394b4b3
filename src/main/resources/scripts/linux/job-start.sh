#!/bin/sh
# job-start.sh: starts a script as a job of its own, which outlives the connection, the login session and Muster.
# parameters: RUN, JOB, names of its folders; SCRIPT, RUNNER, LOOK, texts of the job's script, of job-run.sh and of
#   job-look.sh; SECRETS, one "name bytes" a line: their bytes follow each other on standard input
# needs root; changes $ROOT/RUN/JOB and nothing else; undo: job-cancel.sh, job-clear.sh
# prints the job's state as job-look.sh does; exit 0 started (also: was started before), 10 can't start, nothing started
set -eu
umask 077
: "${ROOT:=/var/lib/muster}" "${SYSTEMD:=/run/systemd/system}" "${SECRETS:=}"
FOLDER=${ROOT:?}/${RUN:?}/${JOB:?}
NEW=$FOLDER/new.$$

die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }
look() (eval "$LOOK")

ready() {
    case $RUN/$JOB in
        .* | */.* | */*/* | *[!A-Za-z0-9./_-]*) die 10 "not a job's name: $RUN/$JOB" ;;
    esac
    [ ! -L "$ROOT" ] || die 10 "$ROOT is a link. Muster keeps its jobs in a folder of its own there."
}

check() { [ -d "$FOLDER/started" ]; }

discard() {
    [ ! -d "$1" ] || find "$1" -xdev -depth \( -type d -exec rmdir -- {} \; -o -exec rm -f -- {} \; \)
}

# A killed one whose parent hasn't asked after it yet still answers to its number.
lives() { kill -0 "$1" 2>/dev/null && ! grep -q '^State:[[:space:]]*[ZX]' "/proc/$1/status" 2>/dev/null; }

# what one that was killed has left: a secret may be in it
sweep() {
    for old in "$FOLDER"/new.*; do
        lives "${old##*.}" || discard "$old"
    done
}

# One byte at a time: a bigger block may come short from a channel
receive() {
    printf '%s\n' "$SECRETS" | while read -r name size; do
        [ -n "$name" ] || continue
        case $name in .* | *[!A-Za-z0-9._-]*) die 10 "not a secret's name: $name" ;; esac
        dd bs=1 count="$size" of="$NEW/secrets/$name" <&3 2>/dev/null || die 10 "secret $name can't be written"
        [ "$(wc -c <"$NEW/secrets/$name")" -eq "$size" ] || die 10 "secret $name came in short: the line was cut"
    done
}

stage() {
    mkdir -p -- "$FOLDER" || die 10 "$FOLDER can't be made. Is the disk full or read-only?"
    chmod 700 "$ROOT" "$ROOT/$RUN" "$FOLDER"
    trap 'discard "$NEW"' EXIT
    trap 'exit 10' HUP INT TERM
    mkdir -p -- "$NEW/secrets"
    { printf '%s' "$SCRIPT" >"$NEW/script" && printf '%s' "$RUNNER" >"$NEW/run" && : >"$NEW/output" &&
        printf -- '---\n' >"$NEW/status.new"; } || die 10 "$NEW can't be written. Is the disk full?"
    receive 3<&0
}

unit() { printf 'muster-job-%s' "$(printf '%s' "$FOLDER" | cksum | tr ' ' -)"; }

# Its own unit has its own control group, which neither logout nor a scope's limits end. Older systemd knows neither
# --collect (236) nor TasksMax (227): then without them.
with_systemd() {
    [ -d "$SYSTEMD" ] && command -v systemd-run >/dev/null || return 1
    unit=$(unit)
    printf '%s\n' "$unit" >"$FOLDER/unit" || return 1
    systemd-run --quiet --unit="$unit" --collect -p TasksMax=infinity -p TimeoutStopSec=10 \
        /bin/sh "$FOLDER/run" 2>"$FOLDER/launch" && return 0
    systemd-run --quiet --unit="$unit" /bin/sh "$FOLDER/run" 2>>"$FOLDER/launch" && return 0
    rm -f -- "$FOLDER/unit"
    return 1
}

apply() {
    for part in script run output status.new secrets; do
        mv -f -- "$NEW/$part" "$FOLDER/$part" || die 20 "$FOLDER/$part can't be set in place"
    done
    with_systemd || {
        command -v setsid >/dev/null || die 20 "neither systemd-run nor setsid is there to start a job with"
        setsid sh "$FOLDER/run" </dev/null >/dev/null 2>&1 &
    }
}

main() {
    ready
    sweep
    if check; then look; exit 0; fi
    stage
    # the one who makes the mark starts the job; caught, not ignored: the job would inherit an ignored signal
    if mkdir -- "$FOLDER/started" 2>/dev/null; then
        trap : HUP INT TERM PIPE
        apply
    fi
    discard "$NEW"
    look
}
main "$@"

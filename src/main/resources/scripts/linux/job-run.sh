#!/bin/sh
# job-run.sh: the job's own process: runs the script beside it, keeps its output and its exit status.
# parameters: RUN, JOB, names of its folders
# needs root, and to lead a session of its own; changes its folder; exit 0: the script's own status is in "status"
set -u
umask 077
: "${ROOT:=/var/lib/muster}"
FOLDER=${ROOT:?}/${RUN:?}/${JOB:?}

# shellcheck disable=SC2046,SC2086
sign_in() {
    read -r line </proc/$$/stat || return 1
    set -- "$$" ${line##*) }
    printf '%s %s %s %s\n' "$1" "${21}" "$5" "$(cat /proc/sys/kernel/random/boot_id)" >"$FOLDER/group.new" || return 1
    mv -f "$FOLDER/group.new" "$FOLDER/group"
}

drop_secrets() {
    [ ! -d "$FOLDER/secrets" ] || find "$FOLDER/secrets" -xdev -type f -exec rm -f -- {} +
}

# Written over bytes that are there already, so that a full disk doesn't lose the exit status
keep_status() {
    printf '%3d\n' "$1" 1<>"$FOLDER/status.new" && mv -f "$FOLDER/status.new" "$FOLDER/status"
}

main() {
    mkdir -- "$FOLDER/claim" 2>/dev/null || exit 0
    sign_in || exit 0
    # not ignored but caught: what is ignored would be ignored by the script too
    trap : HUP INT TERM
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/bin:/snap/bin
    HOME=${HOME:-/root}
    MUSTER_SECRETS=$FOLDER/secrets
    export PATH HOME MUSTER_SECRETS
    (cd / && exec sh "$FOLDER/script") </dev/null >>"$FOLDER/output" 2>&1
    status=$?
    drop_secrets
    keep_status "$status"
    exit 0
}
main "$@"

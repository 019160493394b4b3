#!/bin/sh
# reboot-look.sh: says since when the host runs, and since when it ran when a job of ours began.
# parameters: RUN, JOB, names of the job's folders
# needs root; changes nothing
# prints lines: "then BOOT", or "then -" when the job has left nothing; "now BOOT UPTIME"; "ready yes" or "no": systemd
#   is still busy with its start; BOOT is the kernel's boot_id, UPTIME seconds; exit 0
set -eu
: "${ROOT:=/var/lib/muster}" "${PROC:=/proc}" "${SYSTEMD:=/run/systemd/system}"
FOLDER=${ROOT:?}/${RUN:?}/${JOB:?}

say() { printf '%s\n' "$*"; }

job_boot() (
    if [ -s "$FOLDER/group" ] && read -r _ _ _ boot <"$FOLDER/group"; then say "$boot"; else say -; fi
)

is_ready() {
    [ -d "$SYSTEMD" ] && command -v systemctl >/dev/null || return 0
    case $(systemctl is-system-running 2>/dev/null) in initializing | starting | stopping) return 1 ;; esac
}

main() {
    read -r uptime _ <"$PROC/uptime"
    say "then $(job_boot)"
    say "now $(cat "$PROC/sys/kernel/random/boot_id") ${uptime%%.*}"
    if is_ready; then say 'ready yes'; else say 'ready no'; fi
}
main "$@"

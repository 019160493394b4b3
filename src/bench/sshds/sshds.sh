#!/bin/sh
# sshds.sh up|down FOLDER: a hundred hosts that are all this machine: 7 sshds, 15 addresses each, 127.0.0.1 to .105:2222,
# and one more on 127.0.0.106:2222 that notes in FOLDER/kex.log which key exchange each client got
# bash, told that it isn't the first shell, leaves this machine's own .bashrc alone: it isn't what is measured
# needs root and Debian's openssh-server; writes FOLDER (keys, configurations, process ids) and /run/sshd; undo: down
# exit 0 as wanted, 10 can't start, nothing changed
set -eu
FOLDER=${2:?a folder}

die() { printf 'error: %s\n' "$*" >&2; exit 10; }

config() {
    cat <<EOF
Port 2222
HostKey $FOLDER/host_key
AuthorizedKeysFile $FOLDER/key.pub
PidFile $FOLDER/$1.pid
StrictModes no
UsePAM no
PermitRootLogin prohibit-password
PasswordAuthentication no
MaxStartups 1000
SetEnv SHLVL=1
Subsystem sftp internal-sftp
EOF
}

up() {
    [ "$(id -u)" -eq 0 ] || die "sshd needs root"
    [ -x /usr/sbin/sshd ] || die "there is no /usr/sbin/sshd: apt-get install openssh-server"
    mkdir -p "$FOLDER" /run/sshd
    chmod 700 "$FOLDER"
    [ -f "$FOLDER/key" ] || ssh-keygen -q -t ed25519 -N '' -f "$FOLDER/key"
    [ -f "$FOLDER/host_key" ] || ssh-keygen -q -t ed25519 -N '' -f "$FOLDER/host_key"
    last=1
    for number in 1 2 3 4 5 6 7; do
        config "$number" >"$FOLDER/$number.conf"
        while [ "$last" -le $((number * 15)) ]; do
            printf 'ListenAddress 127.0.0.%s\n' "$last" >>"$FOLDER/$number.conf"
            last=$((last + 1))
        done
        /usr/sbin/sshd -f "$FOLDER/$number.conf" -E "$FOLDER/$number.log"
    done
    { config kex; printf 'ListenAddress 127.0.0.106\nLogLevel DEBUG1\n'; } >"$FOLDER/kex.conf"
    /usr/sbin/sshd -f "$FOLDER/kex.conf" -E "$FOLDER/kex.log"
}

down() {
    for file in "$FOLDER"/*.pid; do
        [ -f "$file" ] || continue
        kill "$(cat "$file")" || printf 'already gone: %s\n' "$file"
    done
}

main() {
    case ${1:-} in
        up) up ;;
        down) down ;;
        *) die "up or down, not '${1:-}'" ;;
    esac
}
main "$@"

#!/bin/sh
# join-system-agent.sh: this host is a node of the cluster that Rancher's registration command is for (Rancher 2.6 and
# later: RKE2 and K3s).
# needs root, systemd, curl and openssl; takes SERVER TOKEN_FILE NODE_NAME ROLES (one a line) TIMEOUT (seconds), and if
# wanted CA_CHECKSUM ADDRESS INTERNAL_ADDRESS LABELS (key=value, one a line) TAINTS (key=value:effect, one a line).
# Fetches Rancher's own install script, over a certificate that the checksum vouches for, and runs it with the token in its
# environment, not among its words; what it prints goes on without the token.
# changes: what Rancher's script does: the service rancher-system-agent, its programs, /etc/rancher/agent,
#   /var/lib/rancher/agent; what the agent does next is Rancher's
# undo: remove the node in Rancher, then clean the host
# exit 0 as wanted (also: was so already), 10 can't start, nothing changed, 20 change failed, 30 not as wanted
set -eu
: "${SERVER:=}" "${TOKEN_FILE:=}" "${NODE_NAME:=}" "${ROLES:=}" "${TIMEOUT:=}"
: "${CA_CHECKSUM:=}" "${ADDRESS:=}" "${INTERNAL_ADDRESS:=}" "${LABELS:=}" "${TAINTS:=}"
: "${INFO:=/var/lib/rancher/agent/rancher2_connection_info.json}" "${UNIT:=rancher-system-agent}" "${PAUSE:=1}"

say() { printf '%s\n' "$*"; }
die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }

TOKEN='' WORK=''
NL='
'

# --- what is here

uptime_seconds() { read -r _up _ </proc/uptime; printf '%s' "${_up%%.*}"; }

runs() { systemctl is-active --quiet "$UNIT"; }

# the server that the agent here belongs to: it stands in a kubeconfig inside JSON; empty: none, or it doesn't say
server_here() {
    [ -s "$INFO" ] || return 0
    awk '{ gsub(/\\n/, "\n"); gsub(/\\?"/, ""); n = split($0, part, "\n")
        for (i = 1; i <= n; i++)
            if (match(part[i], /server:[ ]*https:\/\/[A-Za-z0-9.:_\[\]-]+/)) {
                server = substr(part[i], RSTART, RLENGTH); sub(/server:[ ]*/, "", server); print server; exit
            } }' "$INFO"
}

# one server, written in two ways
plain() { printf '%s' "$1" | tr '[:upper:]' '[:lower:]' | sed -e 's#/*$##' -e 's#:443$##'; }

# takes the token out of what comes in, wherever it stands, word for word
printed() {
    while IFS= read -r _line || [ -n "$_line" ]; do
        _clean=''
        while :; do
            case $_line in
                *"$TOKEN"*) _clean=$_clean${_line%%"$TOKEN"*}REDACTED _line=${_line#*"$TOKEN"} ;;
                *) break ;;
            esac
        done
        printf '%s\n' "$_clean$_line"
    done
}

# --- the five verbs

ready() {
    for _given in "SERVER=$SERVER" "TOKEN_FILE=$TOKEN_FILE" "NODE_NAME=$NODE_NAME" "ROLES=$ROLES" "TIMEOUT=$TIMEOUT"; do
        [ -n "${_given#*=}" ] || die 10 "${_given%%=*} isn't given"
    done
    case $SERVER in https://?*) ;; *) die 10 "SERVER has to begin with https://, and is $SERVER" ;; esac
    case $TIMEOUT in *[!0-9]*) die 10 "TIMEOUT is a number of seconds, and is $TIMEOUT" ;; esac
    for _role in $ROLES; do
        case $_role in etcd | controlplane | worker) ;; *) die 10 "ROLES: $_role isn't a role of a node" ;; esac
    done
    SERVER=${SERVER%/}
    [ -r "$TOKEN_FILE" ] || die 10 "the file with the token isn't there: $TOKEN_FILE"
    umask 077
    WORK=$(mktemp -d "${TOKEN_FILE%/*}/join.XXXXXX") || die 10 "no private folder can be made in ${TOKEN_FILE%/*}"
    trap 'rm -rf -- "${WORK:?}"' EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    TOKEN=$(cat "$TOKEN_FILE")
    rm -f -- "$TOKEN_FILE"
    case $TOKEN in
        '') die 10 "the token is empty" ;;
        *[![:graph:]]* | *"$NL"*) die 10 "the token has a blank or a line break in it" ;;
    esac
    for _tool in systemctl curl sha256sum openssl timeout; do
        command -v "$_tool" >/dev/null || die 10 "$_tool isn't on this host"
    done
}

not_elsewhere() {
    _here=$(server_here)
    case $_here in '') return 0 ;; esac
    [ "$(plain "$_here")" = "$(plain "$SERVER")" ] ||
        die 10 "this host is joined to $_here, not to $SERVER. Remove the node there and clean the host first."
}

check() { [ "$(plain "$(server_here)")" = "$(plain "$SERVER")" ] && runs; }

fetch() {
    _left=$((deadline - $(uptime_seconds)))
    curl -fsSL --connect-timeout 15 --max-time "$_left" --retry 5 --retry-delay "$PAUSE" "$@" 2>"$WORK/why"
}

# What the server shows is believed only when its authority has the checksum that the admin's command has.
authority() {
    set --
    [ -n "$CA_CHECKSUM" ] || return 0
    fetch --insecure "$SERVER/cacerts" -o "$WORK/fetched" || die 10 "$SERVER/cacerts can't be read: $(cat "$WORK/why")"
    # with one line break at its end, however it was sent
    printf '%s\n' "$(cat "$WORK/fetched")" >"$WORK/ca"
    _sum=$(sha256sum <"$WORK/ca" | cut -d' ' -f1)
    [ "$_sum" = "$CA_CHECKSUM" ] ||
        die 10 "the CA of $SERVER has the checksum $_sum, the registration command says $CA_CHECKSUM"
    say "the CA of $SERVER is the one that the registration command names"
}

script() {
    if [ -n "$CA_CHECKSUM" ]; then set -- --cacert "$WORK/ca"; else set --; fi
    fetch "$@" "$SERVER/system-agent-install.sh" -o "$WORK/install.sh" ||
        die 10 "$SERVER/system-agent-install.sh can't be fetched: $(cat "$WORK/why")"
    case $(head -n 1 "$WORK/install.sh") in
        '#!'*) ;;
        *) die 10 "$SERVER/system-agent-install.sh is no script. A proxy's page? It begins: $(head -c 80 "$WORK/install.sh" | tr -cd '[:print:]')" ;;
    esac
    say "fetched $SERVER/system-agent-install.sh, $(wc -c <"$WORK/install.sh") bytes, SHA-256 $(sha256sum <"$WORK/install.sh" | cut -d' ' -f1)"
}

# Rancher's script tries for hours where nobody answers; it has as long as we have.
apply() {
    authority
    script
    set -- --server "$SERVER" --label cattle.io/os=linux
    [ -z "$CA_CHECKSUM" ] || set -- "$@" --ca-checksum "$CA_CHECKSUM"
    set -- "$@" --node-name "$NODE_NAME"
    [ -z "$ADDRESS" ] || set -- "$@" --address "$ADDRESS"
    [ -z "$INTERNAL_ADDRESS" ] || set -- "$@" --internal-address "$INTERNAL_ADDRESS"
    for _role in $ROLES; do set -- "$@" "--$_role"; done
    while IFS= read -r _label; do
        [ -z "$_label" ] || set -- "$@" --label "$_label"
    done <<END
$LABELS
END
    while IFS= read -r _taint; do
        [ -z "$_taint" ] || set -- "$@" --taint "$_taint"
    done <<END
$TAINTS
END
    say "running system-agent-install.sh $*"
    _left=$((deadline - $(uptime_seconds)))
    [ "$_left" -gt 0 ] || _left=1
    {
        _rc=0
        CATTLE_TOKEN=$TOKEN timeout -k 5 "$_left" sh "$WORK/install.sh" "$@" </dev/null || _rc=$?
        printf '%s\n' "$_rc" >"$WORK/rc"
    } 2>&1 | printed
    read -r _rc <"$WORK/rc" || _rc=1
    case $_rc in
        0) ;;
        124 | 137) die 30 "Rancher's script hasn't got to its end in $TIMEOUT s; its last lines say what it waits for" ;;
        *) die 20 "Rancher's script ended with $_rc; its last lines say why" ;;
    esac
}

# Rancher's script ends with 0 as soon as it has started the service, even without a connection.
verify() {
    while :; do
        if check; then return 0; fi
        if systemctl is-failed --quiet "$UNIT" || [ "$(uptime_seconds)" -ge "$deadline" ]; then
            journalctl -u "$UNIT" -n 50 --no-pager -o cat 2>/dev/null | printed || :
            [ -s "$INFO" ] || die 30 "Rancher gave this host no connection: $INFO is empty or isn't there"
            die 30 "the service $UNIT doesn't run; what it said stands above"
        fi
        sleep "$PAUSE"
    done
}

main() {
    ready
    not_elsewhere
    if check; then say "already so: $NODE_NAME is joined to $SERVER"; exit 0; fi
    deadline=$(($(uptime_seconds) + TIMEOUT))
    apply
    # what it hasn't written by now it won't write any more
    [ -s "$INFO" ] || deadline=$(uptime_seconds)
    verify
    say "undo: remove the node $NODE_NAME in Rancher, then clean this host"
    say "done: $NODE_NAME is joined to $SERVER, says its agent; Rancher wasn't asked"
}
main "$@"

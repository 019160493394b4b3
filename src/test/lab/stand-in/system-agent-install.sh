#!/bin/sh
# STAND-IN for the system-agent-install.sh of Rancher 2.15 (system-agent v0.15.0): it installs no agent and starts no
# Kubernetes. It takes the same words and variables, makes the same checks in the same order, leaves the same files and a
# service of the same name, whose program calls in at the server as an agent does. Behaviour after rancher-today §3.1.
# Each start leaves a line in /run/stand-in-agent.record: SHA-256 of the token, words, whether the token was among them.
set -u
ETC=/etc/rancher/agent VAR=/var/lib/rancher/agent BIN=/usr/local/bin
WORDS="$*"

info() { echo "[INFO] " "$@"; }
fatal() { echo "[FATAL] " "$@" >&2; exit 1; }
error() { echo "[ERROR] " "$@" >&2; }

words() {
    while [ "$#" -gt 0 ]; do
        case $1 in
            -a | --all-roles) ETCD=true CONTROL=true WORKER=true ;;
            -p | --controlplane) CONTROL=true ;;
            -e | --etcd) ETCD=true ;;
            -w | --worker) WORKER=true ;;
            --no-roles) ETCD=false CONTROL=false WORKER=false ;;
            -n | --node-name) CATTLE_NODE_NAME=$2; shift ;;
            --address) CATTLE_ADDRESS=$2; shift ;;
            -i | --internal-address) CATTLE_INTERNAL_ADDRESS=$2; shift ;;
            -l | --label) CATTLE_LABELS=${CATTLE_LABELS:+$CATTLE_LABELS,}$2; shift ;;
            --taint | --taints) CATTLE_TAINTS=${CATTLE_TAINTS:+$CATTLE_TAINTS,}$2; shift ;;
            -s | --server) CATTLE_SERVER=$2; shift ;;
            -t | --token) CATTLE_TOKEN=$2; shift ;;
            -c | --ca-checksum) CATTLE_CA_CHECKSUM=$2; shift ;;
            *) fatal "Unknown argument passed in ($1)" ;;
        esac
        shift
    done
}

authority() {
    [ -n "${CATTLE_CA_CHECKSUM:-}" ] || return 0
    curl --insecure -s -fL "$CATTLE_SERVER/cacerts" -o "$WORK/ca" || fatal "no CA at $CATTLE_SERVER/cacerts"
    _sum=$(sha256sum "$WORK/ca" | cut -d' ' -f1)
    [ "$_sum" = "$CATTLE_CA_CHECKSUM" ] ||
        fatal "Configured cacerts checksum ($_sum) does not match given --ca-checksum ($CATTLE_CA_CHECKSUM)"
    CA="--cacert $WORK/ca"
    info "Value from $CATTLE_SERVER/cacerts is an x509 certificate"
}

# shellcheck disable=SC2086 # two words or none
connection() {
    curl $CA -s -fL "$CATTLE_SERVER/healthz" >/dev/null || fatal "no answer from $CATTLE_SERVER/healthz"
    info "Successfully tested Rancher connection"
    while :; do
        _status=$(curl $CA -s -o "$WORK/info" -w '%{http_code}' \
            -H "Authorization: Bearer $CATTLE_TOKEN" -H "X-Cattle-Id: $CATTLE_ID" \
            -H "X-Cattle-Role-Etcd: ${ETCD:-false}" -H "X-Cattle-Role-Control-Plane: ${CONTROL:-false}" \
            -H "X-Cattle-Role-ControlPlane: ${CONTROL:-false}" -H "X-Cattle-Role-Worker: ${WORKER:-false}" \
            -H "X-Cattle-Node-Name: $CATTLE_NODE_NAME" -H "X-Cattle-Address: ${CATTLE_ADDRESS:-}" \
            -H "X-Cattle-Internal-Address: ${CATTLE_INTERNAL_ADDRESS:-}" -H "X-Cattle-Labels: ${CATTLE_LABELS:-}" \
            "$CATTLE_SERVER/v3/connect/agent")
        [ "$_status" != 200 ] || break
        error "$_status received while downloading Rancher connection information. Sleeping for 5 seconds and trying again"
        sleep 5
    done
    # the namespace and the secret are the server's answer; the kubeconfig that a real one adds is made up
    sed 's#^{#{"kubeConfig":"apiVersion: v1\\nclusters:\\n- cluster:\\n    server: '"$CATTLE_SERVER"'\\n  name: agent\\nkind: Config\\n",#' \
        "$WORK/info" >"$VAR/rancher2_connection_info.json"
    info "Successfully downloaded Rancher connection information"
}

service() {
    [ -z "$CA" ] || cp "$WORK/ca" "$ETC/stand-in-ca"
    printf '%s\n' "$CATTLE_TOKEN" >"$ETC/stand-in-token"
    chmod 600 "$ETC/stand-in-token"
    cat >"$BIN/rancher-system-agent" <<END
#!/bin/sh
# STAND-IN: calls in every two seconds, as an agent that looks after its plan
while sleep 2; do
    curl ${CA:+--cacert $ETC/stand-in-ca} -s -o /dev/null -H "Authorization: Bearer \$(cat $ETC/stand-in-token)" \\
        -H "X-Cattle-Id: $CATTLE_ID" -H "X-Cattle-Node-Name: $CATTLE_NODE_NAME" "$CATTLE_SERVER/v3/connect/agent"
done
END
    chmod 755 "$BIN/rancher-system-agent"
    cat >/etc/systemd/system/rancher-system-agent.service <<END
[Unit]
Description=STAND-IN for Rancher System Agent
[Service]
ExecStart=$BIN/rancher-system-agent
Restart=always
[Install]
WantedBy=multi-user.target
END
    systemctl daemon-reload
    systemctl enable rancher-system-agent >/dev/null 2>&1
    info "Starting/restarting rancher-system-agent.service"
    systemctl restart rancher-system-agent
}

[ "$(id -u)" = 0 ] || fatal "This script must be run as root"
words "$@"
[ -n "${CATTLE_SERVER:-}" ] || fatal "CATTLE_SERVER is not set"
[ -n "${CATTLE_TOKEN:-}" ] || fatal "CATTLE_TOKEN is not set"
case "$WORDS" in *"$CATTLE_TOKEN"*) AMONG=yes WORDS=- ;; *) AMONG=no ;; esac
printf 'token-sha256=%s token-among-words=%s words=%s\n' \
    "$(printf '%s' "$CATTLE_TOKEN" | sha256sum | cut -d' ' -f1)" "$AMONG" "$WORDS" >>/run/stand-in-agent.record
CATTLE_NODE_NAME=${CATTLE_NODE_NAME:-$(hostname)}
CA=
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
mkdir -p "$ETC" "$VAR"
info "Role requested: controlplane=${CONTROL:-false} etcd=${ETCD:-false} worker=${WORKER:-false}"
[ -s "$ETC/cattle-id" ] || head -c 512 /dev/urandom | sha256sum | cut -c1-62 >"$ETC/cattle-id"
CATTLE_ID=$(cat "$ETC/cattle-id")
authority
connection
service

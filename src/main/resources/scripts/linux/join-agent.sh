#!/bin/sh
# join-agent.sh: this host is a node of the cluster that Rancher's registration command is for (Rancher 2.1).
# needs root and Docker; takes SERVER TOKEN_FILE IMAGE NODE_NAME ROLES (one a line) TIMEOUT (seconds), and if wanted
# CA_CHECKSUM ADDRESS INTERNAL_ADDRESS LABELS (key=value, one a line). Runs Rancher's own command, with the token in a
# file that lasts until Docker has read it; what the agent prints goes on without the token.
# changes: one container, which the cluster replaces by its own; what the agent does next is Rancher's.
# undo: remove the node in Rancher, then clean the host
# exit 0 as wanted (also: was so already), 10 can't start, nothing changed, 20 change failed, 30 not as wanted
set -eu
: "${SERVER:=}" "${TOKEN_FILE:=}" "${IMAGE:=}" "${NODE_NAME:=}" "${ROLES:=}" "${TIMEOUT:=}"
: "${CA_CHECKSUM:=}" "${ADDRESS:=}" "${INTERNAL_ADDRESS:=}" "${LABELS:=}"
: "${ETC:=/etc/kubernetes}" "${PAUSE:=1}"

say() { printf '%s\n' "$*"; }
die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }

TOKEN='' WORK='' FOLLOWER='' AGENT=''
DOTS=REDACTED
NL='
'
# what docker inspect is asked for: a word and a value a line, the host's own words last
SHAPE='{{println "status" .State.Status}}{{println "restarts" .RestartCount}}{{println "name" .Name}}{{range .Config.Env}}{{println "env" .}}{{end}}{{range .Config.Cmd}}{{println "arg" .}}{{end}}'

# --- what is here

uptime_seconds() { read -r _up _ </proc/uptime; printf '%s' "${_up%%.*}"; }

agents() { docker ps -aq --no-trunc --filter label=io.cattle.agent=true; }

# a container's environment and arguments hold its token, ours or somebody's: only the server is let through
without_tokens() {
    sed -e '/^env /{/^env CATTLE_SERVER=/!d;}' -e '/^arg -t$/{n;d;}' -e '/^arg --token$/{n;d;}'
}

# fact ID status|life|name|server: empty when the container is gone or doesn't say; life is status and restarts in one
# look, because a container can go between two
fact() (
    shape=$(docker inspect --format "$SHAPE" "$1" 2>/dev/null) || exit 0
    printf '%s\n' "$shape" | without_tokens >"$WORK/inspect"
    server='' before='' status=''
    while read -r word value; do
        case $2:$word in
            status:status | name:name) printf '%s' "$value"; exit 0 ;;
            life:status) status=$value ;;
            life:restarts) printf '%s %s' "$status" "$value"; exit 0 ;;
            server:env)
                case $value in CATTLE_SERVER=*) server=${value#*=} ;; esac ;;
            server:arg)
                case $before in -s | --server) server=$value ;; esac
                before=$value ;;
        esac
    done <"$WORK/inspect"
    printf '%s' "${server%/}"
)

alive() { case $(fact "$1" status) in running | restarting | paused) ;; *) return 1 ;; esac; }

# the cluster's own pod has taken over from the container that registered the host
is_pod() { case $(fact "$1" name) in /k8s_*) ;; *) return 1 ;; esac; }

pod_of_server() (
    for id in $(agents); do
        case $(fact "$id" name) in /k8s_agent_*) ;; *) continue ;; esac
        [ "$(fact "$id" server)" = "$SERVER" ] && [ "$(fact "$id" status)" = running ] && exit 0
    done
    exit 1
)

# the log of container $1 has got to its mark, and without an error on the way
log_is_at_mark() {
    docker logs "$1" 2>&1 | printed >"$WORK/whole"
    _waits=$(grep -n 'waiting for node to register' "$WORK/whole" | tail -n 1 | cut -d: -f1)
    _plans=$(grep -n 'Starting plan monitor' "$WORK/whole" | tail -n 1 | cut -d: -f1)
    _error=$(grep -n '^ERROR' "$WORK/whole" | tail -n 1 | cut -d: -f1)
    [ -n "$_waits" ] && [ -n "$_plans" ] && [ "$_plans" -gt "$_waits" ] && [ "${_error:-0}" -lt "$_waits" ]
}

checksum_here() { [ ! -r "$ETC/ssl/certs/serverca" ] || sha256sum <"$ETC/ssl/certs/serverca" | cut -d' ' -f1; }

same_authority() { [ -z "$CA_CHECKSUM" ] || [ "$(checksum_here)" = "$CA_CHECKSUM" ]; }

# --- the five verbs

ready() {
    for _given in "SERVER=$SERVER" "TOKEN_FILE=$TOKEN_FILE" "IMAGE=$IMAGE" "NODE_NAME=$NODE_NAME" "ROLES=$ROLES" \
        "TIMEOUT=$TIMEOUT"; do
        [ -n "${_given#*=}" ] || die 10 "${_given%%=*} isn't given"
    done
    case $SERVER in https://?*) ;; *) die 10 "SERVER has to begin with https://, and is $SERVER" ;; esac
    case $TIMEOUT in *[!0-9]*) die 10 "TIMEOUT is a number of seconds, and is $TIMEOUT" ;; esac
    case $IMAGE in -*) die 10 "IMAGE can't begin with a dash: $IMAGE" ;; esac
    for _role in $ROLES; do
        case $_role in etcd | controlplane | worker) ;; *) die 10 "ROLES: $_role isn't a role of a node" ;; esac
    done
    SERVER=${SERVER%/}
    [ -r "$TOKEN_FILE" ] || die 10 "the file with the token isn't there: $TOKEN_FILE"
    umask 077
    WORK=$(mktemp -d "${TOKEN_FILE%/*}/join.XXXXXX") || die 10 "no private folder can be made in ${TOKEN_FILE%/*}"
    trap 'leave' EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    TOKEN=$(cat "$TOKEN_FILE")
    rm -f -- "$TOKEN_FILE"
    case $TOKEN in
        '') die 10 "the token is empty" ;;
        *[![:graph:]]* | *"$NL"*) die 10 "the token has a blank or a line break in it" ;;
    esac
    command -v docker >/dev/null || die 10 "docker isn't on this host"
    agents >"$WORK/agents" 2>"$WORK/why" || die 10 "Docker doesn't answer: $(cat "$WORK/why")"
}

leave() {
    [ -z "$FOLLOWER" ] || kill "$FOLLOWER" 2>/dev/null || :
    rm -rf -- "${WORK:?}"
}

# elsewhere: another Rancher's agent is alive on this host
not_elsewhere() {
    for _id in $(agents); do
        _server=$(fact "$_id" server)
        case $_server in '' | "$SERVER") continue ;; esac
        if alive "$_id"; then
            die 10 "this host is joined to $_server, not to $SERVER. Remove the node there and clean the host first."
        fi
        say "a stopped agent of $_server stays as it is: $_id"
    done
    if pod_of_server && ! same_authority; then
        die 10 "this host is joined to $SERVER, but to one whose certificate had the checksum $(checksum_here);" \
            "the registration command says $CA_CHECKSUM. Clean the host, or copy the command anew."
    fi
}

check() {
    same_authority || return 1
    if pod_of_server; then return 0; fi
    for _id in $(agents); do
        if is_pod "$_id"; then continue; fi
        if [ "$(fact "$_id" server)" = "$SERVER" ] && [ "$(fact "$_id" status)" = running ] && log_is_at_mark "$_id"
        then return 0; fi
    done
    return 1
}

# A container that was begun earlier for this very server and got no further: one that still runs without an error is
# taken up (AGENT); what has ended, or ends again and again, is removed.
take_up() {
    for _id in $(agents); do
        if is_pod "$_id" || [ "$(fact "$_id" server)" != "$SERVER" ]; then continue; fi
        docker logs "$_id" 2>&1 | printed >"$WORK/whole"
        if [ -z "$AGENT" ] && [ "$(fact "$_id" life)" = 'running 0' ] && ! grep -q '^ERROR' "$WORK/whole"; then
            AGENT=$_id
            say "an agent of $SERVER runs already and hasn't got to its mark: going on with $_id"
        else
            docker rm -f "$_id" >/dev/null 2>"$WORK/why" || die 20 "$_id can't be removed: $(cat "$WORK/why")"
            say "removed an agent of $SERVER that had got stuck: $_id"
        fi
    done
}

apply() {
    take_up
    [ -z "$AGENT" ] || return 0
    if docker image inspect "$IMAGE" >/dev/null 2>&1; then
        say "image $IMAGE is here"
    else
        say "fetching image $IMAGE"
        docker pull "$IMAGE" || die 20 "image $IMAGE can't be fetched"
    fi
    printf 'CATTLE_TOKEN=%s\n' "$TOKEN" >"$WORK/env" || die 20 "$WORK/env can't be written. Is the disk full?"
    set -- --server "$SERVER"
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
    say "starting $IMAGE $*"
    docker run -d --privileged --restart=unless-stopped --net=host -v /etc/kubernetes:/etc/kubernetes \
        -v /var/run:/var/run --env-file "$WORK/env" "$IMAGE" "$@" >"$WORK/id" 2>"$WORK/why" \
        || die 20 "the agent can't be started: $(printed <"$WORK/why")"
    rm -f -- "$WORK/env"
    AGENT=$(tail -n 1 "$WORK/id")
}

# takes the token out of what comes in, wherever it stands, word for word
printed() {
    while IFS= read -r _line || [ -n "$_line" ]; do
        _clean=''
        while :; do
            case $_line in
                *"$TOKEN"*) _clean=$_clean${_line%%"$TOKEN"*}$DOTS _line=${_line#*"$TOKEN"} ;;
                *) break ;;
            esac
        done
        _clean=$_clean$_line
        # another token than ours: whatever follows these words is one
        case $_clean in
            *' with token '*)
                _rest=${_clean#*' with token '}
                _quote=''
                case ${_rest%% *} in *'"') _quote='"' ;; esac
                case $_rest in *' '*) _rest="$_quote ${_rest#* }" ;; *) _rest=$_quote ;; esac
                _clean="${_clean%%' with token '*} with token $DOTS$_rest" ;;
        esac
        printf '%s\n' "$_clean"
    done
}

follow_anew() {
    rm -f -- "$WORK/pipe"
    mkfifo "$WORK/pipe" || die 20 "$WORK/pipe can't be made. Is the disk full?"
    docker logs -f "$AGENT" >"$WORK/pipe" 2>&1 &
    FOLLOWER=$!
    printed <"$WORK/pipe" >"$WORK/log" &
}

# hands on what the agent has printed since the last time, whole lines only; remembers what matters in it
hand_on() {
    tail -n "+$((seen + 1))" "$WORK/log" >"$WORK/fresh" 2>/dev/null || return 0
    : >"$WORK/lines"
    while IFS= read -r _line; do
        seen=$((seen + 1))
        printf '%s\n' "$_line" >>"$WORK/lines"
        case $_line in
            *'waiting for node to register'*) waits=yes plans=no ;;
            *'Starting plan monitor'*) [ "$waits" = no ] || plans=yes ;;
            ERROR*) fault=$_line ;;
        esac
    done <"$WORK/fresh"
    cat -- "$WORK/lines"
}

joined() { [ "$plans" = yes ] && [ -z "$fault" ]; }

# The agent's own log is followed until its mark. What `docker run` said means only that the container was started.
verify() {
    seen=0 waits=no plans=no fault=''
    deadline=$(($(uptime_seconds) + TIMEOUT))
    follow_anew
    while :; do
        life=$(fact "$AGENT" life)
        hand_on
        if joined; then
            same_authority || die 30 "the agent's Rancher has a certificate with the checksum $(checksum_here)," \
                "the registration command says $CA_CHECKSUM"
            return 0
        fi
        if [ -n "$fault" ]; then
            give_up "the agent says: $fault"
        fi
        if [ -z "$life" ] && agents >/dev/null 2>&1; then
            if pod_of_server && same_authority; then return 0; fi
            die 30 "the agent's container is gone before it got to its mark; somebody removed it"
        fi
        case $life in
            'running 0' | created* | '') ;;
            *) give_up "the agent ended before it got to its mark (its container: ${life% *}, restarts: ${life#* })" ;;
        esac
        if [ "$(uptime_seconds)" -ge "$deadline" ]; then
            die 30 "the agent hasn't got to its mark in $TIMEOUT s. It goes on by itself; joining again takes it up."
        fi
        kill -0 "$FOLLOWER" 2>/dev/null || follow_anew
        sleep "$PAUSE"
    done
}

# an agent that ends with an error is started again by Docker for ever: it goes, so that trying again starts afresh
give_up() {
    sleep "$PAUSE"
    hand_on
    docker rm -f "$AGENT" >/dev/null 2>&1 || say "the agent's container can't be removed: $AGENT"
    die 30 "$1"
}

main() {
    ready
    not_elsewhere
    if check; then say "already so: $NODE_NAME is joined to $SERVER"; exit 0; fi
    apply
    verify
    say "undo: remove the node $NODE_NAME in Rancher, then clean this host"
    say "done: $NODE_NAME is joined to $SERVER, says its agent; Rancher wasn't asked"
}
main "$@"

# shellcheck shell=sh
# rancher.sh: the stand-ins for Rancher's server and for its agent's image. Part of "lab".

AGENT=rancher/rancher-agent:v2.1.6

# server [other] · checksum [other]: what a registration command says of them
server() { if [ "${1:-}" = other ]; then printf 'https://other.lab:9443\n'; else printf 'https://rancher.lab:8443\n'; fi; }
checksum() { sha256sum "$STATE/rancher/${1:-rancher}.pem" | cut -d' ' -f1; }

registration() {
    printf 'sudo docker run -d --privileged --restart=unless-stopped --net=host -v /etc/kubernetes:/etc/kubernetes -v /var/run:/var/run %s --server %s --token %s --ca-checksum %s\n' \
        "$AGENT" "$(server "$1")" "$(cat "$STATE/rancher/token")" "$(checksum "${1:-rancher}")"
}

rancher_up() {
    mkdir -p "$STATE/rancher"
    # as long and of the same letters as Rancher's own
    [ -s "$STATE/rancher/token" ] || head -c 4096 /dev/urandom | tr -dc 'bcdfghjklmnpqrstvwxz2456789' | head -c 54 >"$STATE/rancher/token"
    rancher_one rancher 8443
    rancher_one other 9443
}

rancher_one() {
    _at=$STATE/rancher/$1
    [ -s "$_at.pem" ] || openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj "/CN=stand-in-$1" \
        -addext "subjectAltName=DNS:$1.lab" -keyout "$_at.key" -out "$_at.pem" 2>/dev/null
    runs "$_at.pid" "stand-in/rancher.py" && return 0
    setsid /usr/bin/python3 "$HERE/stand-in/rancher.py" "$(cat "$STATE/net").1" "$2" "$_at.pem" "$_at.key" \
        </dev/null >>"$_at.log" 2>&1 &
    printf '%s\n' "$!" >"$_at.pid"
    must 15 "the stand-in for Rancher at port $2" curl -skf "https://$(cat "$STATE/net").1:$2/ping"
}

rancher_down() { for _which in rancher other; do stop "$STATE/rancher/$_which.pid" "stand-in/rancher.py"; done; }

# --- the agent's image: a shell, curl and the script, and settings that a test chose
agent_root() {
    _a=$STATE/agent
    rm -rf "$_a" && mkdir -p "$_a/bin" "$_a/tmp" "$_a/etc" "$_a/var/run"
    cp /bin/busybox /usr/bin/curl "$_a/bin/"
    for _applet in $(/bin/busybox --list); do [ -e "$_a/bin/$_applet" ] || ln -s busybox "$_a/bin/$_applet"; done
    ldd /usr/bin/curl | grep -o '/[^ ]*' | sort -u | while read -r _library; do cp -L --parents "$_library" "$_a/"; done
    install -m 755 "$HERE/stand-in/agent" "$_a/bin/stand-in-agent"
    tar -C "$_a" -c . | docker import -c 'LABEL io.cattle.agent=true' -c 'ENV PATH=/bin' -c 'ENV AGENT_IMAGE=stand-in' \
        -c 'ENTRYPOINT ["/bin/stand-in-agent"]' - "$1" >/dev/null
    rm -rf "$_a"
}

has_agent() { inside "$1" docker image inspect "$AGENT" >/dev/null 2>&1; }

agent_to() {
    _host=$1; shift
    _plain=muster-lab-agent:$(sha256sum "$HERE/stand-in/agent" | cut -c1-12)
    have "$_plain" || agent_root "$_plain"
    { printf 'FROM %s\n' "$_plain"; [ "$#" = 0 ] || printf 'ENV %s\n' "$@"; } | docker build -q --network none -t "$AGENT" - >/dev/null
    docker save "$AGENT" | inside "$_host" docker load >/dev/null
}

#!/bin/sh
# clean-firewall.sh: takes a cluster's chains from this host's firewall, and the rules that lead into them; all else
# stays as it is.
# needs root and iptables-save; takes ACT: "take" puts the new rules in place, with a timer that brings the old ones back;
# "keep" stops the timer. That "keep" can be called shows that the host still answers. CHAINS: a tool and the beginning
# of the chains' names a line: "iptables KUBE-", "ip6tables-legacy cali-".
# changes the firewall, and $STATE while the timer runs; undo: none after "keep"
# exit 0 as wanted (also: was so already), 10 can't start, nothing changed, 20 change failed, the old rules are in place,
#   30 not as wanted
set -eu
: "${ACT:=}" "${CHAINS:=}" "${STATE:=/run/muster-firewall}" "${SECONDS_LEFT:=120}" "${SYSTEMD:=/run/systemd/system}"

UNIT=muster-firewall.service

say() { printf '%s\n' "$*"; }
die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }

tools() { printf '%s\n' "$CHAINS" | awk 'NF { print $1 }' | sort -u; }
names() { printf '%s\n' "$CHAINS" | awk -v tool="$1" '$1 == tool { print $2 }' | tr '\n' ' '; }

# From a tool's rules those that take the chains away: rules that lead into one of them or carry its maker's mark, then
# the chains themselves.
# shellcheck disable=SC2016 # for awk
CHANGE='
BEGIN { n = split(wanted, name, " ")
    mark["cali-"] = "cali:"; mark["FLANNEL-"] = "flanneld "; mark["WEAVE-"] = "weave" }
function ours(chain,   i) {
    for (i = 1; i <= n; i++) if (index(chain, name[i]) == 1) return 1
    return 0
}
function marked(rule,   i, at) {
    at = index(rule, "--comment \"")
    if (at) rule = substr(rule, at + 11); else {
        at = index(rule, "--comment ")
        if (!at) return 0
        rule = substr(rule, at + 10) }
    for (i = 1; i <= n; i++) if ((name[i] in mark) && index(rule, mark[name[i]]) == 1) return 1
    return 0
}
function leads(rule,   i, k, word) {
    gsub(/"([^"\\]|\\.)*"/, "\"\"", rule)
    k = split(rule, word, " ")
    for (i = 1; i < k; i++) if ((word[i] == "-j" || word[i] == "-g") && ours(word[i + 1])) return 1
    return 0
}
/^\*/ { table = $0; rules = ""; flush = ""; drop = "" }
/^:/ { chain = substr($1, 2); if (ours(chain)) { flush = flush "-F " chain "\n"; drop = drop "-X " chain "\n" } }
/^-A / { if (!ours($2) && (leads($0) || marked($0))) { rule = $0; sub(/^-A/, "-D", rule); rules = rules rule "\n" } }
/^COMMIT/ { if (rules flush drop != "") printf "%s\n%s%s%sCOMMIT\n", table, rules, flush, drop }'

change() { "$1-save" | awk -v wanted="$(names "$1")" "$CHANGE"; }

in_place() {
    for _tool in $(tools); do
        [ -z "$(change "$_tool")" ] || return 1
    done
}

ready() {
    case $ACT in take | keep) ;; *) die 10 "ACT is take or keep, and is '$ACT'" ;; esac
    [ -n "$(tools)" ] || die 10 "CHAINS names none"
    for _tool in $(tools); do
        case $_tool in
            iptables | ip6tables | iptables-legacy | ip6tables-legacy) ;;
            *) die 10 "CHAINS: '$_tool' isn't a tool of the firewall's" ;;
        esac
        command -v "$_tool-save" >/dev/null || die 10 "$_tool-save isn't on this host"
        for _name in $(names "$_tool"); do
            case $_name in
                KUBE- | cali- | FLANNEL- | CNI- | WEAVE- | CILIUM_) ;;
                *) die 10 "CHAINS: '$_name' isn't the beginning of a cluster's chains" ;;
            esac
        done
    done
}

# --- the timer

# written where a restart of the host, which brings its own rules, forgets it
arm() {
    umask 077
    mkdir -p -- "$STATE" || die 10 "$STATE can't be made"
    rm -f -- "$STATE/fired" "$STATE/back"
    for _tool in $(tools); do
        "$_tool-save" >"$STATE/$_tool.rules" || die 10 "$_tool-save doesn't say its rules"
    done
    {
        say "sleep $SECONDS_LEFT"
        say "mv -- '$STATE/armed' '$STATE/fired' 2>/dev/null || exit 0"
        for _tool in $(tools); do say "$_tool-restore <'$STATE/$_tool.rules'"; done
    } >"$STATE/back"
    : >"$STATE/armed"
    # a unit of its own: what a job leaves running ends with the job's
    if [ -d "$SYSTEMD" ] && command -v systemd-run >/dev/null; then
        stop_timer
        ! systemd-run --quiet --unit="$UNIT" /bin/sh "$STATE/back" 2>/dev/null || return 0
    fi
    setsid sh "$STATE/back" </dev/null >/dev/null 2>&1 &
}

stop_timer() {
    systemctl stop "$UNIT" 2>/dev/null || :
    systemctl reset-failed "$UNIT" 2>/dev/null || :
}

# of the timer and us one gets it
disarm() {
    mv -- "$STATE/armed" "$STATE/kept" 2>/dev/null || return 1
    ! command -v systemctl >/dev/null || stop_timer
}

put_back() {
    disarm || :
    for _tool in $(tools); do "$_tool-restore" <"$STATE/$_tool.rules" || :; done
    rm -rf -- "${STATE:?}"
    die 20 "$1"
}

take() {
    arm
    for _tool in $(tools); do
        change "$_tool" >"$STATE/$_tool.change"
        [ -s "$STATE/$_tool.change" ] || continue
        "$_tool-restore" --noflush <"$STATE/$_tool.change" 2>"$STATE/why" ||
            put_back "$_tool-restore refuses, the old rules are in place: $(head -n 1 "$STATE/why")"
        say "gone: $_tool: $(grep -c '^-X' "$STATE/$_tool.change" || :) chains and $(grep -c '^-D' "$STATE/$_tool.change" || :) rules that led into them"
    done
    in_place || put_back "chains came back while they were taken away. Does something of the cluster's still run?"
}

main() {
    ready
    case $ACT in
        take)
            if in_place; then say "already so: none of the chains is here"; exit 0; fi
            take
            say "done: the old rules come back in $SECONDS_LEFT s, unless the next step keeps the new ones" ;;
        keep)
            if disarm; then
                rm -rf -- "${STATE:?}"
                in_place || die 30 "chains are here again. Does something of the cluster's still run?"
                say "done: the new rules stay"
            elif in_place; then
                rm -rf -- "${STATE:?}"
                say "already so: the new rules are in place, and no timer runs"
            else
                take
                die 30 "nobody came within $SECONDS_LEFT s, so the old rules had come back. They are away again: run this" \
                    "step once more within $SECONDS_LEFT s and it stays so."
            fi ;;
    esac
}
main "$@"

#!/bin/sh
# sysctl-undo.sh: kernel settings that Muster changed are again as they were.
# needs root; takes SETTINGS (name=value as given to sysctl.sh, one a line); changes /proc/sys and
# /etc/sysctl.d/90-muster.conf; redo: sysctl.sh
# exit 0 as wanted (also: was so already), 10 can't start, nothing changed, 20 change failed, 30 not as wanted
set -eu
: "${SETTINGS:=}" "${CONF:=/etc/sysctl.d/90-muster.conf}" "${LIVE:=/proc/sys}"

say() { printf '%s\n' "$*"; }
die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }

path() { printf '%s/%s' "$LIVE" "$(printf '%s' "$1" | tr . /)"; }

before() (
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
            "# before: $1 = "*) printf '%s' "${line#"# before: $1 = "}" ;;
        esac
    done <"$CONF"
)

ready() { [ -n "$SETTINGS" ] || die 10 "SETTINGS names no setting"; }

check() (
    [ -e "$CONF" ] || exit 0
    while IFS= read -r setting; do
        if grep -qF -e "${setting%%=*} = " -- "$CONF"; then exit 1; fi
    done <<END
$SETTINGS
END
)

apply() {
    umask 022
    while IFS= read -r setting; do
        name=${setting%%=*} old=$(before "${setting%%=*}")
        if [ -n "$old" ]; then
            printf '%s\n' "$old" >"$(path "$name")" || die 20 "the kernel refused $name = $old"
            say "$name: again $old"
        fi
        : >"$CONF.new" || die 20 "$CONF.new can't be written. Is the disk full?"
        while IFS= read -r line || [ -n "$line" ]; do
            case $line in
                "$name = "* | "# before: $name = "*) ;;
                *) printf '%s\n' "$line" >>"$CONF.new" || die 20 "$CONF.new can't be written. Is the disk full?" ;;
            esac
        done <"$CONF"
        mv -f -- "$CONF.new" "$CONF" || die 20 "$CONF can't be replaced"
    done <<END
$SETTINGS
END
    [ -s "$CONF" ] || rm -f -- "$CONF" || die 20 "$CONF can't be removed"
}

verify() { check || die 30 "$CONF still names one of the settings"; }

main() {
    ready
    if check; then say "already so: $CONF names none of them"; exit 0; fi
    apply
    verify
    say "done: $(printf '%s' "$SETTINGS" | tr '\n' ' ')"
}
main "$@"

#!/bin/sh
# sysctl.sh: the kernel settings that a cluster's node needs hold on this host, now and after a reboot.
# needs root; takes SETTINGS (name=value, one a line); changes /proc/sys and /etc/sysctl.d/90-muster.conf, which also
# keeps what was there before; undo: sysctl-undo.sh
# exit 0 as wanted (also: was so already), 10 can't start, nothing changed, 20 change failed, 30 not as wanted
set -eu
: "${SETTINGS:=}" "${CONF:=/etc/sysctl.d/90-muster.conf}" "${LIVE:=/proc/sys}"

say() { printf '%s\n' "$*"; }
die() { _rc=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$_rc"; }

path() { printf '%s/%s' "$LIVE" "$(printf '%s' "$1" | tr . /)"; }

# the kernel separates several numbers by tabs, people by blanks
value_of() { tr -s '\t ' '  ' <"$(path "$1")" 2>/dev/null; }

live() { [ "$(value_of "$1")" = "$2" ]; }
kept() { [ -r "$CONF" ] && grep -qxF -- "$1 = $2" "$CONF"; }

ready() {
    [ -n "$SETTINGS" ] || die 10 "SETTINGS names no setting"
    while IFS= read -r setting; do
        name=${setting%%=*} value=${setting#*=}
        case $setting in
            *=?*) ;;
            *) die 10 "SETTINGS: '$setting' isn't name=value" ;;
        esac
        case $name in
            '' | *[!A-Za-z0-9._-]* | *..* | .*) die 10 "SETTINGS: '$name' can't be a setting's name" ;;
        esac
        case $value in
            *[!A-Za-z0-9.\ _-]*) die 10 "SETTINGS: $name can't be '$value'" ;;
        esac
        [ -w "$(path "$name")" ] || die 10 "$name can't be set here: $(path "$name") isn't there or can't be written." \
            "Is its kernel module loaded?"
    done <<END
$SETTINGS
END
}

check() (
    while IFS= read -r setting; do
        live "${setting%%=*}" "${setting#*=}" || exit 1
        kept "${setting%%=*}" "${setting#*=}" || exit 1
    done <<END
$SETTINGS
END
)

# keeps NAME VALUE: our file without that name's line, and with the new one
keep() {
    mkdir -p -- "${CONF%/*}" || die 20 "${CONF%/*} can't be made"
    {
        if [ -r "$CONF" ]; then
            while IFS= read -r line || [ -n "$line" ]; do
                case $line in
                    "$1 = "*) ;;
                    *) printf '%s\n' "$line" ;;
                esac
            done <"$CONF"
        fi
        printf '%s = %s\n' "$1" "$2"
    } >"$CONF.new" || die 20 "$CONF.new can't be written. Is the disk full?"
    mv -f -- "$CONF.new" "$CONF" || die 20 "$CONF can't be replaced"
}

# what an undo brings back is what was there before the first run, not before the last
remember() { grep -qsF -- "# before: $1 = " "$CONF" || keep "# before: $1" "$(value_of "$1")"; }

apply() {
    umask 022
    while IFS= read -r setting; do
        name=${setting%%=*} value=${setting#*=}
        live "$name" "$value" || remember "$name"
        kept "$name" "$value" || keep "$name" "$value"
        if ! live "$name" "$value"; then
            before=$(value_of "$name")
            printf '%s\n' "$value" >"$(path "$name")" || die 20 "the kernel refused $name = $value"
            say "$name: $before, now $value"
        fi
    done <<END
$SETTINGS
END
}

verify() {
    while IFS= read -r setting; do
        name=${setting%%=*} value=${setting#*=}
        live "$name" "$value" || die 30 "$name is $(value_of "$name"), wanted $value"
        kept "$name" "$value" || die 30 "$CONF doesn't say $name = $value"
    done <<END
$SETTINGS
END
}

main() {
    ready
    names=$(printf '%s' "$SETTINGS" | tr '\n' ' ')
    if check; then say "already so: $names"; exit 0; fi
    apply
    verify
    say "done: $names"
}
main "$@"

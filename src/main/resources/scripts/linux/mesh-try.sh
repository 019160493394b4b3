#!/bin/sh
# mesh-try.sh: tries from this host what other hosts listen for, and measures the way to them.
# parameters: TRIES, one a line, answered by its number from 0:
#     tcp ADDRESS PORT      mesh-listen.sh is there and says TOKEN
#     served ADDRESS PORT   somebody else is there; that it takes the call is enough
#     udp ADDRESS PORT      mesh-listen.sh is there and sends TOKEN back
#     ping ADDRESS          latency and loss by ICMP
#     mtu ADDRESS           the largest packet that passes unbroken, by ICMP
#   TOKEN, see mesh-listen.sh; SOURCE, this host's name; SECONDS, after which it ends in any case
# needs root for the ICMP it sends; perl or python, whichever is there; changes nothing
# prints "tool NAME" or "none", then lines "NUMBER ANSWER": open MICROS | refused | unreachable | prohibited | silent |
#   mute (it took the call and said nothing) | stranger (it said something else) | failed WHY |
#   pings SENT CAME MICROS (the median; 0: none came) | mtu WANTED LARGEST told|quiet (whether a router said so; 0: no
#   packet of any size came back); at the end "end"
# exit 0, 10 neither perl nor python is there
# shellcheck disable=SC2016 # what stands in single quotes is perl and python
set -u
LC_ALL=C
export LC_ALL

PERL='
use strict; use Socket; use Fcntl; use Errno;
$0 = "muster-mesh-try"; $| = 1;
alarm $ENV{SECONDS};
my ($token, $source) = @ENV{qw(TOKEN SOURCE)};
# the smallest perl has no clock finer than a second but the one of the kernel: clock_gettime, CLOCK_MONOTONIC
my $call = {x86_64 => 228, aarch64 => 113}->{$ENV{MACHINE}};
my $fine = $call || eval { require Time::HiRes; 1 };
sub now {
    return $fine ? Time::HiRes::time() : time unless $call;
    my $time = pack("q2", 0, 0);
    syscall($call, 1, $time);
    my ($seconds, $nanos) = unpack("q2", $time);
    return $seconds + $nanos / 1e9;
}
my $number = 0;
my @tries = map {
    my ($kind, $address, $port) = split / /;
    {n => $number++, kind => $kind, to => pack_sockaddr_in($port || 0, inet_aton($address))}
} split /\n/, $ENV{TRIES};
sub answer { my $try = shift; print join(" ", $try->{n}, @_), "\n"; }
print "tool perl\n";

sub error {
    my $code = shift;
    local $! = $code;
    return $!{ECONNREFUSED} ? "refused" : $!{EHOSTUNREACH} || $!{ENETUNREACH} ? "unreachable"
        : $!{EPERM} || $!{EACCES} ? "prohibited" : "failed $!";
}

# A call that is not taken is made anew, with a first packet of its own: one that was lost on the way proves nothing.
my %waits = (tcp => [1, 1, 2, 3], served => [1, 1, 2, 3], udp => [0.3, 0.5, 0.7, 1, 1, 1.5]);
my %calls;
my ($reads, $writes) = ("", "");
sub hang_up {
    my $try = shift;
    my $fd = fileno $try->{socket};
    vec($reads, $fd, 1) = 0; vec($writes, $fd, 1) = 0;
    delete $calls{$fd};
    # by a reset: neither side keeps anything of the call
    setsockopt($try->{socket}, SOL_SOCKET, SO_LINGER, pack("ii", 1, 0)) unless $try->{kind} eq "udp";
    close $try->{socket};
}
sub end { my $try = shift; hang_up($try); answer($try, @_); }
sub spoken {
    my $try = shift;
    $try->{began} = now();
    $try->{until} = $try->{began} + $waits{$try->{kind}}[$try->{round}++];
    $try->{error} = send($try->{socket}, "$token $source $try->{n}\n", 0) ? "" : error($!) if $try->{kind} eq "udp";
}
sub call {
    my $try = shift;
    my $udp = $try->{kind} eq "udp";
    my $socket;
    socket($socket, PF_INET, $udp ? SOCK_DGRAM : SOCK_STREAM, 0) or return answer($try, "failed", $!);
    fcntl($socket, F_SETFL, O_NONBLOCK);
    $try->{socket} = $socket;
    $calls{fileno $socket} = $try;
    $try->{taken} = $udp;
    my $good = connect($socket, $try->{to});
    return end($try, error($!)) unless $good || $!{EINPROGRESS};
    vec($udp ? $reads : $writes, fileno $socket, 1) = 1;
    spoken($try);
}
sub taken {
    my $try = shift;
    my $code = unpack("i", getsockopt($try->{socket}, SOL_SOCKET, SO_ERROR));
    return end($try, error($code)) if $code;
    $try->{took} = now() - $try->{began};
    return end($try, "open", int(1e6 * $try->{took})) if $try->{kind} eq "served";
    $try->{taken} = $try->{everTaken} = 1;
    vec($writes, fileno $try->{socket}, 1) = 0;
    vec($reads, fileno $try->{socket}, 1) = 1;
}
sub said {
    my $try = shift;
    my $count = sysread($try->{socket}, my $said, 2000);
    if (!defined $count) {
        return if $!{EAGAIN};
        # the datagram that this is about may have met a host that was just starting
        if ($try->{kind} eq "udp") { $try->{error} = error($!); return; }
        return end($try, error($!));
    }
    if ($try->{kind} eq "udp") {
        return end($try, "open", int(1e6 * (now() - $try->{began}))) if $said eq "$token $source $try->{n}\n";
    } elsif ($said eq "$token\n") { end($try, "open", int(1e6 * $try->{took})); }
    else { end($try, "stranger"); }
}
sub late {
    my $try = shift;
    if ($try->{round} < @{$waits{$try->{kind}}}) {
        return spoken($try) if $try->{kind} eq "udp";
        hang_up($try);
        return call($try);
    }
    end($try, $try->{everTaken} ? "mute" : $try->{error} || "silent");
}
my @waiting = grep { $waits{$_->{kind}} } @tries;
while (@waiting || %calls) {
    call(shift @waiting) while @waiting && keys %calls < 400;
    my ($readable, $writable) = ($reads, $writes);
    select($readable, $writable, undef, 0.05);
    my $now = now();
    for my $fd (keys %calls) {
        my $try = $calls{$fd} or next;
        if (vec($writable, $fd, 1)) { taken($try); }
        elsif (vec($readable, $fd, 1)) { said($try); }
        elsif ($now >= $try->{until}) { late($try); }
    }
}

# ICMP, from a socket a host
my %mtus = map { split / / } split /\n/, $ENV{MTUS};
my @SIZES = (9000, 8950, 4000, 1500, 1492, 1480, 1476, 1462, 1450, 1440, 1430, 1420, 1410, 1400, 1380, 1350, 1320, 1300,
    1280, 1200, 1000, 576);
my %echoes;
sub ping {
    my ($try, $size) = @_;
    my $n = ++$try->{last} & 0xffff;
    my $packet = pack("CCnnn", 8, 0, 0, $$ & 0xffff, $n) . substr($token, 0, 16);
    $packet .= "\0" x ($size - 20 - length $packet) if $size > 20 + length $packet;
    my $sum = unpack("%32n*", $packet . (length($packet) % 2 ? "\0" : ""));
    $sum = ($sum >> 16) + ($sum & 0xffff);
    $sum += $sum >> 16;
    substr($packet, 2, 2) = pack("n", ~$sum & 0xffff);
    $try->{out}{$n} = [now(), $size];
    $try->{sent}++;
    $try->{told} = 1 if !send($try->{socket}, $packet, 0) && $!{EMSGSIZE};
}
sub echo {
    my $try = shift;
    while (1) {
        my $from = recv($try->{socket}, my $said, 65535, 0);
        if (!defined $from) {
            $try->{told} = 1 if $!{EMSGSIZE};
            last if $!{EAGAIN};
            next if $try->{errors}++ < 100;
            last;
        }
        substr($said, 0, 4 * (ord($said) & 15)) = "" if $try->{raw};
        next if length $said < 8;
        my ($type, $code, $sum, $id, $n) = unpack("CCnnn", $said);
        next if $type != 0 || $try->{raw} && $id != ($$ & 0xffff) || !$try->{out}{$n};
        my ($at, $size) = @{delete $try->{out}{$n}};
        push @{$try->{times}}, now() - $at;
        $try->{came}{$size} = 1;
    }
}
sub plan { my ($try, $times, $gap, @sizes) = @_;
    my $at = now();
    for (1 .. $times) { push @{$try->{plan}}, map { [$at, $_] } @sizes; $at += $gap; }
    $try->{until} = $at + 1;
}
sub measured {
    my $try = shift;
    my $came = @{$try->{times} || []};
    if ($try->{kind} eq "ping") {
        # one of twenty may be chance: a hundred say it
        if ($came < $try->{sent} && $came > 0 && $try->{sent} == 20) { plan($try, 80, 0.025, 84); return; }
        my @sorted = sort { $a <=> $b } @{$try->{times} || []};
        answer($try, "pings", $try->{sent}, $came, $came ? int(1e6 * $sorted[$came / 2]) : 0);
    } else {
        my $wanted = $try->{wanted};
        if ($came && !$try->{came}{$wanted} && !$try->{fell}++) {
            plan($try, 6, 0.15, grep { $_ < $wanted } @SIZES);
            return;
        }
        my ($largest) = sort { $b <=> $a } keys %{$try->{came} || {}};
        answer($try, "mtu", $wanted, $largest || 0, $try->{told} ? "told" : "quiet");
    }
    delete $echoes{fileno $try->{socket}};
    vec($reads, fileno $try->{socket}, 1) = 0;
    close $try->{socket};
}
for my $try (grep { !$waits{$_->{kind}} } @tries) {
    my $socket;
    if (!socket($socket, PF_INET, SOCK_DGRAM, 1)) {
        socket($socket, PF_INET, SOCK_RAW, 1) or do { answer($try, "failed", $!); next; };
        $try->{raw} = 1;
    }
    fcntl($socket, F_SETFL, O_NONBLOCK);
    connect($socket, $try->{to}) or do { answer($try, error($!)); next; };
    $try->{socket} = $socket;
    if ($try->{kind} eq "mtu") {
        # IP_MTU_DISCOVER, IP_PMTUDISC_PROBE: never broken up, whatever is known of the way
        setsockopt($socket, 0, 10, pack("i", 3));
        my ($port, $own) = unpack_sockaddr_in(getsockname $socket);
        my $wanted = $mtus{inet_ntoa($own)} or do { answer($try, "failed", "its own network card is not known"); next; };
        $try->{wanted} = $wanted > 9216 ? 9216 : $wanted;
        plan($try, 8, 0.2, 84, $try->{wanted});
    } else { plan($try, 20, 0.05, 84); }
    $echoes{fileno $socket} = $try;
    vec($reads, fileno $socket, 1) = 1;
}
while (%echoes) {
    my $readable = $reads;
    select($readable, undef, undef, 0.01);
    for my $fd (keys %echoes) {
        my $try = $echoes{$fd};
        echo($try) if vec($readable, $fd, 1);
        if ($try->{kind} eq "mtu" && $try->{came}{$try->{wanted}}) { measured($try); next; }
        my $now = now();
        while (@{$try->{plan}} && $try->{plan}[0][0] <= $now) { ping($try, (shift @{$try->{plan}})->[1]); }
        my $all = $try->{kind} eq "ping" && !@{$try->{plan}} && !keys %{$try->{out}};
        measured($try) if $all || $now >= $try->{until};
    }
}
print "end\n";
'

PYTHON='
import errno, os, select, signal, socket, struct, sys, time
def say(line):
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
signal.alarm(int(os.environ["SECONDS"]))
token, source = os.environ["TOKEN"], os.environ["SOURCE"]
now = getattr(time, "monotonic", time.time)
class Try(object):
    def __init__(self, n, line):
        words = line.split(" ")
        self.n, self.kind, self.address = n, words[0], words[1]
        self.port = int(words[2]) if len(words) > 2 else 0
        self.round, self.ever_taken, self.taken, self.error = 0, False, False, ""
        self.last, self.sent, self.out, self.times, self.came, self.plan = 0, 0, {}, [], set(), []
        self.told, self.fell, self.raw = False, False, False
    def answer(self, *words):
        say(" ".join([str(self.n)] + [str(word) for word in words]))
tries = [Try(n, line) for n, line in enumerate(os.environ["TRIES"].splitlines())]
say("tool python")
def error(code):
    if code == errno.ECONNREFUSED:
        return "refused"
    if code in (errno.EHOSTUNREACH, errno.ENETUNREACH):
        return "unreachable"
    if code in (errno.EPERM, errno.EACCES):
        return "prohibited"
    return "failed " + os.strerror(code)

# A call that is not taken is made anew, with a first packet of its own: one that was lost on the way proves nothing.
WAITS = {"tcp": [1, 1, 2, 3], "served": [1, 1, 2, 3], "udp": [0.3, 0.5, 0.7, 1, 1, 1.5]}
calls = {}
def hang_up(one):
    del calls[one.socket]
    if one.kind != "udp":
        # by a reset: neither side keeps anything of the call
        one.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    one.socket.close()
def end(one, *words):
    hang_up(one)
    one.answer(*words)
def spoken(one):
    one.began = now()
    one.until = one.began + WAITS[one.kind][one.round]
    one.round += 1
    if one.kind == "udp":
        try:
            one.socket.send(("%s %s %d\n" % (token, source, one.n)).encode())
        except socket.error as e:
            one.error = error(e.errno)
def call(one):
    udp = one.kind == "udp"
    one.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM if udp else socket.SOCK_STREAM)
    one.socket.setblocking(False)
    one.taken = udp
    calls[one.socket] = one
    code = one.socket.connect_ex((one.address, one.port))
    if code not in (0, errno.EINPROGRESS):
        return end(one, error(code))
    spoken(one)
def taken(one):
    code = one.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if code:
        return end(one, error(code))
    one.took = now() - one.began
    if one.kind == "served":
        return end(one, "open", int(1e6 * one.took))
    one.taken = one.ever_taken = True
def said(one):
    try:
        text = one.socket.recv(2000)
    except socket.error as e:
        if e.errno == errno.EAGAIN:
            return
        # the datagram that this is about may have met a host that was just starting
        if one.kind == "udp":
            one.error = error(e.errno)
            return
        return end(one, error(e.errno))
    if one.kind == "udp":
        if text == ("%s %s %d\n" % (token, source, one.n)).encode():
            end(one, "open", int(1e6 * (now() - one.began)))
    elif text == (token + "\n").encode():
        end(one, "open", int(1e6 * one.took))
    else:
        end(one, "stranger")
def late(one):
    if one.round < len(WAITS[one.kind]):
        if one.kind == "udp":
            return spoken(one)
        hang_up(one)
        return call(one)
    end(one, "mute" if one.ever_taken else one.error or "silent")
waiting = [one for one in tries if one.kind in WAITS]
while waiting or calls:
    while waiting and len(calls) < 400:
        call(waiting.pop(0))
    readable, writable = select.select([s for s in calls if calls[s].taken], [s for s in calls if not calls[s].taken], [], 0.05)[:2]
    for s in writable:
        taken(calls[s])
    for s in readable:
        said(calls[s])
    at = now()
    for one in [one for one in calls.values() if at >= one.until]:
        late(one)

# ICMP, from a socket a host
mtus = dict(line.split(" ") for line in os.environ["MTUS"].splitlines())
SIZES = [9000, 8950, 4000, 1500, 1492, 1480, 1476, 1462, 1450, 1440, 1430, 1420, 1410, 1400, 1380, 1350, 1320, 1300,
    1280, 1200, 1000, 576]
own = os.getpid() & 0xffff
def ping(one, size):
    one.last = (one.last + 1) & 0xffff
    body = token[:16].encode()
    body += b"\0" * max(0, size - 28 - len(body))
    packet = struct.pack("!BBHHH", 8, 0, 0, own, one.last) + body
    even = packet + b"\0" * (len(packet) % 2)
    total = sum(struct.unpack("!%dH" % (len(even) // 2), even))
    total = (total >> 16) + (total & 0xffff)
    total += total >> 16
    packet = packet[:2] + struct.pack("!H", ~total & 0xffff) + packet[4:]
    one.out[one.last] = (now(), size)
    one.sent += 1
    try:
        one.socket.send(packet)
    except socket.error as e:
        if e.errno == errno.EMSGSIZE:
            one.told = True
def echo(one):
    for _ in range(1000):
        try:
            text = one.socket.recv(65535)
        except socket.error as e:
            if e.errno == errno.EMSGSIZE:
                one.told = True
            if e.errno == errno.EAGAIN:
                return
            continue
        if one.raw:
            text = text[4 * (struct.unpack("B", text[:1])[0] & 15):]
        if len(text) < 8:
            continue
        kind, code, total, ident, n = struct.unpack("!BBHHH", text[:8])
        if kind != 0 or (one.raw and ident != own) or n not in one.out:
            continue
        at, size = one.out.pop(n)
        one.times.append(now() - at)
        one.came.add(size)
def schedule(one, times, gap, sizes):
    at = now()
    for _ in range(times):
        one.plan += [(at, size) for size in sizes]
        at += gap
    one.until = at + 1
def measured(one):
    if one.kind == "ping":
        # one of twenty may be chance: a hundred say it
        if 0 < len(one.times) < one.sent and one.sent == 20:
            return schedule(one, 80, 0.025, [84])
        median = sorted(one.times)[len(one.times) // 2] if one.times else 0
        one.answer("pings", one.sent, len(one.times), int(1e6 * median))
    else:
        if one.times and one.wanted not in one.came and not one.fell:
            one.fell = True
            return schedule(one, 6, 0.15, [size for size in SIZES if size < one.wanted])
        one.answer("mtu", one.wanted, max(one.came) if one.came else 0, "told" if one.told else "quiet")
    del echoes[one.socket]
    one.socket.close()
echoes = {}
for one in [one for one in tries if one.kind not in WAITS]:
    try:
        try:
            one.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM, 1)
        except socket.error:
            one.socket = socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)
            one.raw = True
        one.socket.setblocking(False)
        one.socket.connect((one.address, 0))
    except socket.error as e:
        one.answer(error(e.errno))
        continue
    if one.kind == "mtu":
        # IP_MTU_DISCOVER, IP_PMTUDISC_PROBE: never broken up, whatever is known of the way
        one.socket.setsockopt(0, 10, 3)
        wanted = int(mtus.get(one.socket.getsockname()[0], "0"))
        if not wanted:
            one.answer("failed its own network card is not known")
            continue
        one.wanted = min(9216, wanted)
        schedule(one, 8, 0.2, [84, one.wanted])
    else:
        schedule(one, 20, 0.05, [84])
    echoes[one.socket] = one
while echoes:
    readable = select.select(list(echoes), [], [], 0.01)[0]
    for one in list(echoes.values()):
        if one.socket in readable:
            echo(one)
        if one.kind == "mtu" and one.wanted in one.came:
            measured(one)
            continue
        while one.plan and one.plan[0][0] <= now():
            ping(one, one.plan.pop(0)[1])
        if now() >= one.until or (one.kind == "ping" and not one.plan and not one.out):
            measured(one)
say("end")
'

# lines "ADDRESS MTU", of every address that the host has
mtus() {
    ip -o -4 addr show up 2>/dev/null | while read -r _ _device _ _address _; do
        _device=${_device%%@*}
        if read -r _mtu <"/sys/class/net/$_device/mtu"; then printf '%s %s\n' "${_address%%/*}" "$_mtu"; fi 2>/dev/null
    done
}

main() {
    MTUS=$(mtus)
    MACHINE=$(uname -m)
    export TRIES TOKEN SOURCE SECONDS MTUS MACHINE
    if perl -MSocket -MErrno -e 1 >/dev/null 2>&1; then exec perl -e "$PERL"; fi
    for _python in python3 /usr/libexec/platform-python python python2; do
        if "$_python" -c 'import select, socket, struct' >/dev/null 2>&1; then exec "$_python" -c "$PYTHON"; fi
    done
    echo none
    return 10
}
main "$@"

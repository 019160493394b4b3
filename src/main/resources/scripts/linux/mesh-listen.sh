#!/bin/sh
# mesh-listen.sh: listens for a short while on ports that the host's roles need, so that the other hosts can try them.
# parameters: ADDRESS, the host's own, at which they are tried; PORTS, lines "tcp 6443" or "udp 8472"; TOKEN, a word
#   that nobody can guess: each TCP guest is told it, each datagram that begins with it comes back, shortened;
#   SECONDS, after which it ends in any case
# needs root for ports below 1024, and gives root away once it listens; perl or python, whichever is there
# changes nothing; ends with the line to Muster, within a second or two, with its parent, or when SECONDS are over
# prints "tool NAME" or "none"; "listens KIND PORT", "taken KIND PORT" or "failed KIND PORT WHY" a port; "ready"; then
#   "beat" every second, and "heard SOURCE TRY" once a datagram
# exit 0 its time is over, 10 neither perl nor python is there
# shellcheck disable=SC2016 # what stands in single quotes is perl and python
set -u
LC_ALL=C
export LC_ALL

PERL='
use strict; use Socket; use Fcntl; use Errno; use POSIX ();
$0 = "muster-mesh-listen"; $| = 1;
my ($address, $token, $seconds) = @ENV{qw(ADDRESS TOKEN SECONDS)};
my $parent = getppid;
my (%doors, %guests, %heard);
my $reads = "";
print "tool perl\n";
# A port that is in use may be that of a listener of a moment ago, which has not noticed yet that it is over.
my $patience = time + 3;
for (split /\n/, $ENV{PORTS}) {
    my ($kind, $port) = split / /;
    my $stream = $kind eq "tcp";
    socket(my $door, PF_INET, $stream ? SOCK_STREAM : SOCK_DGRAM, 0) or die;
    setsockopt($door, SOL_SOCKET, SO_REUSEADDR, 1) if $stream;
    my $good = 0;
    while (1) {
        $good = bind($door, pack_sockaddr_in($port, inet_aton($address)));
        # behind address translation the host does not have the address itself
        $good = bind($door, pack_sockaddr_in($port, INADDR_ANY)) if !$good && $!{EADDRNOTAVAIL};
        $good = listen($door, 128) if $good && $stream;
        last if $good || !$!{EADDRINUSE} || time >= $patience;
        select(undef, undef, undef, 0.2);
    }
    if (!$good) {
        print $!{EADDRINUSE} ? "taken $_\n" : "failed $_ $!\n";
        next;
    }
    fcntl($door, F_SETFL, O_NONBLOCK);
    $doors{fileno $door} = [$door, $stream];
    vec($reads, fileno $door, 1) = 1;
    print "listens $_\n";
}
if ($> == 0) { POSIX::setgid(65534); POSIX::setuid(65534); }
print "ready\n";
my $end = time + $seconds;
my $beat = time;
sub leave { my $fd = shift; vec($reads, $fd, 1) = 0; close $guests{$fd}[0]; delete $guests{$fd}; }
while (time < $end && getppid == $parent) {
    if (time > $beat) {
        $beat = time;
        print "beat\n";
        for my $fd (keys %guests) { leave($fd) if $guests{$fd}[1] < $beat - 5; }
    }
    my $ready = $reads;
    next if select($ready, undef, undef, 0.5) < 1;
    for my $fd (keys %doors) {
        next unless vec($ready, $fd, 1);
        my ($door, $stream) = @{$doors{$fd}};
        if ($stream) {
            while (keys %guests < 800 && accept(my $guest, $door)) {
                fcntl($guest, F_SETFL, O_NONBLOCK);
                send($guest, "$token\n", MSG_NOSIGNAL);
                $guests{fileno $guest} = [$guest, time];
                vec($reads, fileno $guest, 1) = 1;
            }
        } else {
            while (my $from = recv($door, my $said, 10000, 0)) {
                next unless $said =~ /^\Q$token\E (\S{1,80}) (\d{1,9})\n/;
                send($door, "$token $1 $2\n", 0, $from);
                print "heard $1 $2\n" unless $heard{"$1 $2"}++;
            }
        }
    }
    for my $fd (keys %guests) {
        next unless vec($ready, $fd, 1);
        my $count = sysread($guests{$fd}[0], my $said, 100);
        leave($fd) unless $count || !defined $count && $!{EAGAIN};
    }
}
print "end\n";
'

PYTHON='
import errno, os, re, select, socket, sys, time
def say(line):
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
address, token, seconds = os.environ["ADDRESS"], os.environ["TOKEN"], int(os.environ["SECONDS"])
parent = os.getppid()
doors, guests, heard = {}, {}, set()
say("tool python")
# A port that is in use may be that of a listener of a moment ago, which has not noticed yet that it is over.
patience = time.time() + 3
def bound(door, port):
    while True:
        try:
            return door.bind((address, port))
        except socket.error as e:
            # behind address translation the host does not have the address itself
            if e.errno == errno.EADDRNOTAVAIL:
                return door.bind(("", port))
            if e.errno != errno.EADDRINUSE or time.time() >= patience:
                raise
            time.sleep(0.2)
for line in os.environ["PORTS"].splitlines():
    kind, port = line.split(" ")
    stream = kind == "tcp"
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM if stream else socket.SOCK_DGRAM)
    try:
        if stream:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound(door, int(port))
        if stream:
            door.listen(128)
    except socket.error as e:
        say("taken " + line if e.errno == errno.EADDRINUSE else "failed %s %s" % (line, e.strerror))
        door.close()
        continue
    door.setblocking(False)
    doors[door] = stream
    say("listens " + line)
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
say("ready")
shape = re.compile(("^" + re.escape(token) + r" (\S{1,80}) (\d{1,9})\n").encode())
end, beat = time.time() + seconds, time.time()
def leave(guest):
    del guests[guest]
    guest.close()
while time.time() < end and os.getppid() == parent:
    if time.time() > beat + 1:
        beat = time.time()
        say("beat")
        for guest in [g for g in guests if guests[g] < beat - 5]:
            leave(guest)
    ready = select.select(list(doors) + list(guests), [], [], 0.5)[0]
    for one in ready:
        try:
            if one in guests:
                if not one.recv(100):
                    leave(one)
            elif doors.get(one):
                while len(guests) < 800:
                    guest = one.accept()[0]
                    guest.setblocking(False)
                    guests[guest] = time.time()
                    guest.send((token + "\n").encode())
            elif one in doors:
                while True:
                    said, sender = one.recvfrom(10000)
                    match = shape.match(said)
                    if match:
                        one.sendto(match.group(0), sender)
                        name = "%s %s" % (match.group(1).decode("ascii", "replace"), int(match.group(2)))
                        if name not in heard:
                            heard.add(name)
                            say("heard " + name)
        except socket.error as e:
            if one in guests and e.errno != errno.EAGAIN:
                leave(one)
say("end")
'

main() {
    export ADDRESS PORTS TOKEN SECONDS
    if perl -MSocket -MPOSIX -MErrno -e 1 >/dev/null 2>&1; then exec perl -e "$PERL"; fi
    for _python in python3 /usr/libexec/platform-python python python2; do
        if "$_python" -c 'import select, socket' >/dev/null 2>&1; then exec "$_python" -c "$PYTHON"; fi
    done
    echo none
    return 10
}
main "$@"

package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.Check;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.State;
import dev.muster.base.Key;
import dev.muster.base.Text;
import dev.muster.probe.Probed;
import dev.muster.probe.Rung;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import dev.muster.setup.Way;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// One rung of the ladder to a host: what the probe found there, said as a finding.
record ReachRung(CheckId id, Rung.Name rung, Key topic, Key wanted, String field) implements Check {

    private static final String SOURCE = "DERIVED: every step on the host needs this rung";

    static List<Check> all() {
        return List.of(
                new ReachRung(CheckId.REACH_DNS, Rung.Name.DNS, DNS, DNS_WANTED, "address"),
                new ReachRung(CheckId.REACH_TCP, Rung.Name.TCP, TCP, TCP_WANTED, "port"),
                new ReachRung(CheckId.REACH_HOST_KEY, Rung.Name.HOST_KEY, HOST_KEY, HOST_KEY_WANTED, "address"),
                new ReachRung(CheckId.REACH_SIGN_IN, Rung.Name.SIGN_IN, SIGN_IN, SIGN_IN_WANTED, "login"),
                new ReachRung(CheckId.REACH_PRIVILEGE, Rung.Name.PRIVILEGE, PRIVILEGE, PRIVILEGE_WANTED, "login"));
    }

    @Override
    public List<Finding> assess(Situation situation) {
        var hosts = situation.setup().hosts();
        return IntStream.range(0, hosts.size())
                .mapToObj(place ->
                        as(hosts.get(place)).assess(hosts.get(place), "hosts[" + place + "]." + field, situation))
                .toList();
    }

    /// Over WinRM a host proves itself by a certificate: the same rung, under an id of its own. Windows has
    /// administrators, whichever way leads there.
    private ReachRung as(Host host) {
        if (rung == Rung.Name.PRIVILEGE && host.os() == Os.WINDOWS) {
            return new ReachRung(id, rung, ADMINISTRATOR, ADMINISTRATOR_WANTED, field);
        }
        return switch (host.way()) {
            case Way.Ssh() -> this;
            case Way.WinRm _ ->
                rung == Rung.Name.HOST_KEY
                        ? new ReachRung(CheckId.REACH_CERTIFICATE, rung, CERTIFICATE, CERTIFICATE_WANTED, field)
                        : this;
        };
    }

    private Finding assess(Host host, String place, Situation situation) {
        var found = situation.probed(host.name()).map(Probed::ladder).flatMap(this::mine);
        if (found.isEmpty()) {
            var notYet = Text.of(NOT_ASKED_YET);
            return finding(
                    host,
                    place,
                    State.UNKNOWN,
                    notYet,
                    Text.of(REACH_UNKNOWN, host.name(), Text.of(topic), notYet),
                    Text.of(REACH_WHY),
                    Text.of(REACH_ASK));
        }
        var said = found.get();
        var state = switch (said.state()) {
            case PASSED -> State.PASSED;
            case FAILED -> State.FAILED;
            case PENDING -> State.PENDING;
            case NOT_REACHED -> State.UNKNOWN;
        };
        return finding(host, place, state, said.said(), sentence(host, said, state), said.why(), said.fix());
    }

    private Text sentence(Host host, Rung said, State state) {
        return state == State.PASSED
                ? Text.of(FITS, host.name(), Text.of(topic), said.said())
                : Text.of(
                        state == State.UNKNOWN ? REACH_UNKNOWN : REACH_FAILS,
                        host.name(),
                        Text.of(topic),
                        state == State.UNKNOWN ? said.why() : said.said());
    }

    private Optional<Rung> mine(List<Rung> ladder) {
        return ladder.stream().filter(some -> some.name() == rung).findFirst();
    }

    private Finding finding(Host host, String place, State state, Text found, Text what, Text why, Text fix) {
        return new Finding(
                id, host.name(), Severity.HARD, state, found, Text.of(wanted), what, why, fix, "", place, SOURCE, "");
    }
}

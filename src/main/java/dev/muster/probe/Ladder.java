package dev.muster.probe;

import dev.muster.base.Text;
import dev.muster.probe.Rung.Name;
import dev.muster.probe.Rung.State;
import dev.muster.remote.HostKey;
import dev.muster.remote.Opened;
import dev.muster.setup.Host;
import dev.muster.setup.Way;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The five rungs to a host, made of what came of reaching for it.
final class Ladder {

    private static final Text NOTHING = Text.of(ProbeWords.NOTHING);

    private Ladder() {}

    static List<Rung> of(Host host, Opened opened) {
        return switch (opened) {
            case Opened.Ready(var _, var address, var key, var how) ->
                climbed(
                        host,
                        address,
                        passed(Name.HOST_KEY, trusted(host, key)),
                        passed(Name.SIGN_IN, how),
                        passed(Name.PRIVILEGE, Text.of(rights(host))));
            case Opened.KeyUnknown(var address, var offered) -> climbed(host, address, unknown(offered));
            case Opened.KeyChanged(var address, var offered, var known, var where) ->
                climbed(host, address, changed(offered, known, where));
            case Opened.Refused(var at, var address, var what, var why, var fix) ->
                refused(host, address, new Rung(name(at), State.FAILED, what, why, fix));
            case Opened.Barred(var bastion, var why) -> barred(bastion, why);
        };
    }

    /// The last rung broke after all: there was a line, and no answer came.
    static List<Rung> withLast(List<Rung> ladder, Text said, Text why, Text fix) {
        var rungs = new ArrayList<>(ladder.subList(0, ladder.size() - 1));
        rungs.add(new Rung(Name.PRIVILEGE, State.FAILED, said, why, fix));
        return List.copyOf(rungs);
    }

    private static List<Rung> climbed(Host host, String address, Rung... upper) {
        var rungs = new EnumMap<Name, Rung>(Name.class);
        rungs.put(Name.DNS, passed(Name.DNS, name(host, address)));
        rungs.put(Name.TCP, passed(Name.TCP, port(host)));
        for (var rung : upper) {
            rungs.put(rung.name(), rung);
        }
        return complete(rungs);
    }

    private static List<Rung> refused(Host host, String address, Rung failed) {
        var rungs = new EnumMap<Name, Rung>(Name.class);
        for (var name : Name.values()) {
            if (name.compareTo(failed.name()) < 0) {
                rungs.put(name, passed(name, below(host, address, name)));
            }
        }
        rungs.put(failed.name(), failed);
        return complete(rungs);
    }

    private static Text below(Host host, String address, Name name) {
        return switch (name) {
            case DNS -> name(host, address);
            case TCP -> port(host);
            case HOST_KEY, SIGN_IN, PRIVILEGE -> NOTHING;
        };
    }

    /// A bastion's own ladder stopped: the host's stands still at the port, or at the key when that is the
    /// bastion's trouble.
    private static List<Rung> barred(String bastion, Opened why) {
        var rung = switch (why) {
            case Opened.KeyUnknown(var _, var offered) -> unknown(offered);
            case Opened.KeyChanged(var _, var offered, var known, var where) -> changed(offered, known, where);
            case Opened.Refused(var _, var _, var what, var reason, var fix) ->
                new Rung(Name.TCP, State.FAILED, what, reason, fix);
            case Opened.Ready _, Opened.Barred _ ->
                throw new IllegalStateException("a bastion that bars nothing: " + why);
        };
        var said = Text.of(ProbeWords.BARRED, bastion, rung.said());
        var rungs = new EnumMap<Name, Rung>(Name.class);
        for (var name : Name.values()) {
            rungs.put(
                    name,
                    new Rung(
                            name,
                            State.NOT_REACHED,
                            NOTHING,
                            Text.of(ProbeWords.BASTION_FIRST, bastion),
                            Text.of(ProbeWords.AN_EARLIER_RUNG_FIX)));
        }
        rungs.put(rung.name(), new Rung(rung.name(), rung.state(), said, rung.why(), rung.fix()));
        return List.copyOf(rungs.values());
    }

    private static List<Rung> complete(Map<Name, Rung> rungs) {
        for (var name : Name.values()) {
            rungs.putIfAbsent(
                    name,
                    new Rung(
                            name,
                            State.NOT_REACHED,
                            NOTHING,
                            Text.of(ProbeWords.AN_EARLIER_RUNG),
                            Text.of(ProbeWords.AN_EARLIER_RUNG_FIX)));
        }
        return List.copyOf(rungs.values());
    }

    private static Rung passed(Name name, Text said) {
        return new Rung(name, State.PASSED, said, NOTHING, NOTHING);
    }

    private static Text name(Host host, String address) {
        var via = host.via();
        return via == null
                ? Text.of(ProbeWords.ADDRESS_FOUND, address)
                : Text.of(ProbeWords.ADDRESS_FOUND_BY, address, via.name());
    }

    private static Text port(Host host) {
        return Text.of(ProbeWords.PORT_ANSWERS, Integer.toString(host.port()));
    }

    private static ProbeWords rights(Host host) {
        return switch (host.os()) {
            case LINUX -> ProbeWords.ROOT;
            case WINDOWS -> ProbeWords.ELEVATED;
        };
    }

    private static Text trusted(Host host, HostKey key) {
        if (key.isUnproven()) {
            var vouched = host.way() instanceof Way.WinRm winrm && winrm.auth() == Way.Auth.KERBEROS;
            return Text.of(vouched ? ProbeWords.VOUCHED : ProbeWords.UNPROVEN);
        }
        return key.isCertificate()
                ? Text.of(ProbeWords.CERTIFICATE_TRUSTED, key.fingerprint())
                : Text.of(ProbeWords.KEY_TRUSTED, key.type(), key.fingerprint());
    }

    private static Rung unknown(HostKey offered) {
        if (offered.isCertificate()) {
            return new Rung(
                    Name.HOST_KEY,
                    State.PENDING,
                    Text.of(ProbeWords.CERTIFICATE_UNKNOWN, offered.fingerprint()),
                    Text.of(ProbeWords.CERTIFICATE_UNKNOWN_WHY),
                    Text.of(ProbeWords.CERTIFICATE_UNKNOWN_FIX));
        }
        return new Rung(
                Name.HOST_KEY,
                State.PENDING,
                Text.of(ProbeWords.KEY_UNKNOWN, offered.type(), offered.fingerprint()),
                Text.of(ProbeWords.KEY_UNKNOWN_WHY),
                Text.of(ProbeWords.KEY_UNKNOWN_FIX));
    }

    private static Rung changed(HostKey offered, String known, String where) {
        if (offered.isCertificate()) {
            return new Rung(
                    Name.HOST_KEY,
                    State.FAILED,
                    Text.of(ProbeWords.CERTIFICATE_CHANGED, offered.fingerprint(), known, where),
                    Text.of(ProbeWords.CERTIFICATE_CHANGED_WHY),
                    Text.of(ProbeWords.CERTIFICATE_CHANGED_FIX, offered.address()));
        }
        return new Rung(
                Name.HOST_KEY,
                State.FAILED,
                Text.of(ProbeWords.KEY_CHANGED, offered.type(), offered.fingerprint(), known, where),
                Text.of(ProbeWords.KEY_CHANGED_WHY),
                Text.of(ProbeWords.KEY_CHANGED_FIX, offered.address()));
    }

    private static Name name(Opened.Stage stage) {
        return switch (stage) {
            case DNS -> Name.DNS;
            case TCP -> Name.TCP;
            case HOST_KEY -> Name.HOST_KEY;
            case SIGN_IN -> Name.SIGN_IN;
            case PRIVILEGE -> Name.PRIVILEGE;
        };
    }
}

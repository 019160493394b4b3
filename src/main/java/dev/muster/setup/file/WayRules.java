package dev.muster.setup.file;

import static dev.muster.setup.SetupWords.*;

import dev.muster.setup.Os;
import dev.muster.setup.SetupWords;
import dev.muster.setup.Way;
import dev.muster.setup.Way.Auth;
import dev.muster.setup.file.HostRows.Row;
import dev.muster.setup.file.Tree.Mapping;
import dev.muster.setup.file.Tree.Scalar;
import dev.muster.setup.shape.AddressShape;
import dev.muster.setup.shape.Trouble;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How each host is talked to: what its row says, and what must hold of that.
final class WayRules {

    private final Mapping defaults;
    private final List<Row> hosts;
    private final Report report;

    WayRules(Mapping root, List<Row> hosts, Report report) {
        this.defaults = part(root, "defaults");
        this.hosts = hosts;
        this.report = report;
    }

    void check() {
        hosts.forEach(this::check);
    }

    /// The way that a row asks for; nothing in it has a problem left.
    static Way of(Mapping row, Mapping defaults) {
        var auth = word(part(row, "winrm"), "auth");
        return of(row, defaults, auth.isEmpty() ? Auth.NTLM : Auth.valueOf(auth.toUpperCase(Locale.ROOT)));
    }

    private static Way of(Mapping row, Mapping defaults, Auth auth) {
        if (os(row, defaults) == Os.LINUX || word(row, "connect").equals("ssh")) {
            return new Way.Ssh();
        }
        return new Way.WinRm(!word(part(row, "winrm"), "https").equals("false"), auth);
    }

    /// The port that holds for a row; it doesn't hang on the sign-in, which may have a problem.
    static String port(Mapping row, Mapping defaults) {
        return Optional.of(word(row, "port"))
                .filter(port -> !port.isEmpty())
                .or(() -> Optional.of(word(defaults, "port")).filter(port -> !port.isEmpty()))
                .orElseGet(() -> String.valueOf(of(row, defaults, Auth.NTLM).port()));
    }

    private void check(Row host) {
        var winrm = part(host.mapping(), "winrm");
        var asked = host.mapping().get("winrm").isPresent();
        var connect = word(host.mapping(), "connect");
        if (os(host.mapping(), defaults) == Os.LINUX) {
            if (asked) {
                add(host, "winrm", WINRM_LINUX);
            } else if (connect.equals("winrm")) {
                add(host, "connect", WINRM_LINUX);
            }
        } else if (asked && connect.equals("ssh")) {
            add(host, "winrm", WINRM_OR_SSH);
        } else if (asked && !report.troubled(host.field() + ".winrm.auth")) {
            auth(host, winrm);
        }
    }

    private void auth(Row host, Mapping winrm) {
        var auth = word(winrm, "auth");
        var clear = word(winrm, "https").equals("false");
        var address = word(host.mapping(), "address");
        if (auth.equals("certificate")) {
            add(host, "winrm", AUTH_CERTIFICATE);
        } else if (clear && auth.equals("basic")) {
            add(host, "winrm", AUTH_CLEAR);
        } else if (auth.equals("kerberos") && AddressShape.numeric(address)) {
            add(host, "winrm", AUTH_ADDRESS);
        }
    }

    private void add(Row host, String key, SetupWords words) {
        var found = host.mapping().get(key).orElseThrow();
        report.add(found.at(), host.field() + "." + key, "", Trouble.of(words, host.called()));
    }

    private static Os os(Mapping row, Mapping defaults) {
        var own = word(row, "os");
        return (own.isEmpty() ? word(defaults, "os") : own).equals("windows") ? Os.WINDOWS : Os.LINUX;
    }

    private static String word(Mapping mapping, String key) {
        return mapping.get(key).orElse(null) instanceof Scalar scalar ? scalar.written() : "";
    }

    private static Mapping part(Mapping mapping, String key) {
        return mapping.get(key).orElse(null) instanceof Mapping part
                ? part
                : new Mapping(new Tree.Spot(0, 0), List.of(), 1);
    }
}

package dev.muster.ui.reach;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.probe.Probed;
import dev.muster.probe.Rung;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.work.HostForm;
import dev.muster.ui.work.Work;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Makes a host's row of what is known of the ladder to it.
final class Ladder {

    private static final int RUNGS = Rung.Name.values().length;

    /// The rungs to a host that is talked to over SSH and has a root.
    static final List<UiWords> NAMES = List.of(
            UiWords.RUNG_DNS, UiWords.RUNG_TCP, UiWords.RUNG_HOST_KEY, UiWords.RUNG_SIGN_IN, UiWords.RUNG_PRIVILEGE);

    private Ladder() {}

    /// Windows has administrators, and over WinRM it shows a certificate.
    static List<UiWords> names(HostForm host) {
        if (!host.windows()) {
            return NAMES;
        }
        return List.of(
                UiWords.RUNG_DNS,
                UiWords.RUNG_TCP,
                host.way().winrm() ? UiWords.RUNG_CERTIFICATE : UiWords.RUNG_HOST_KEY,
                UiWords.RUNG_SIGN_IN,
                UiWords.RUNG_ELEVATION);
    }

    /// @param changed whether the card above says that this host's key has changed
    static ReachRow row(HostName host, Optional<Probed> probed, boolean asking, boolean changed, Work work) {
        if (asking) {
            return plain(host, Sign.WORKS, UiWords.REACH_WAITING);
        }
        if (probed.isEmpty()) {
            return plain(host, Sign.WAITS, UiWords.REACH_NOT_ASKED);
        }
        var answer = probed.get();
        var signs = answer.ladder().stream()
                .map(rung -> Sign.of(dev.muster.report.Sign.of(rung.state())))
                .toList();
        var nothing = UiWords.text(UiWords.NOTHING);
        if (work.stale(answer)) {
            return new ReachRow(host, signs, Sign.WARNS, UiWords.text(UiWords.REACH_STALE), nothing);
        }
        return halt(answer.ladder())
                .map(rung -> stopped(host, signs, rung, changed))
                .orElseGet(() -> new ReachRow(host, signs, Sign.FITS, howSignedIn(answer), nothing));
    }

    private static ReachRow stopped(HostName host, List<Sign> signs, Rung rung, boolean changed) {
        var sign = Sign.of(dev.muster.report.Sign.of(rung.state()));
        // the card above the list shows the key and what would do
        var above = rung.state() == Rung.State.PENDING
                ? Optional.of(UiWords.REACH_KEY_WAITS)
                : Optional.of(UiWords.REACH_KEY_CHANGED).filter(_ -> changed && rung.name() == Rung.Name.HOST_KEY);
        return above.map(word -> new ReachRow(host, signs, sign, UiWords.text(word), UiWords.text(UiWords.NOTHING)))
                .orElseGet(() -> new ReachRow(host, signs, sign, rung.said(), rung.fix()));
    }

    private static Text howSignedIn(Probed answer) {
        return answer.ladder().stream()
                .filter(rung -> rung.name() == Rung.Name.SIGN_IN)
                .map(Rung::said)
                .findFirst()
                .orElse(UiWords.text(UiWords.NOTHING));
    }

    /// The rung that says why it goes no further: with a bastion in the way, rungs below it weren't climbed
    /// either.
    private static Optional<Rung> halt(List<Rung> ladder) {
        return ladder.stream()
                .filter(rung -> rung.state() == Rung.State.FAILED || rung.state() == Rung.State.PENDING)
                .findFirst()
                .or(() -> ladder.stream()
                        .filter(rung -> rung.state() != Rung.State.PASSED)
                        .findFirst());
    }

    /// Whether the host's key, or its bastion's, is what keeps us out.
    static boolean waitsForTrust(Probed answer) {
        return answer.ladder().stream()
                .anyMatch(rung -> rung.name() == Rung.Name.HOST_KEY
                        && rung.state() != Rung.State.PASSED
                        && rung.state() != Rung.State.NOT_REACHED);
    }

    /// Whether it didn't take what was given to sign in or to become root.
    static boolean refused(Probed answer) {
        return answer.ladder().stream()
                .anyMatch(rung -> rung.state() == Rung.State.FAILED
                        && (rung.name() == Rung.Name.SIGN_IN || rung.name() == Rung.Name.PRIVILEGE));
    }

    private static ReachRow plain(HostName host, Sign sign, UiWords word) {
        List<Sign> rungs = Collections.nCopies(RUNGS, sign);
        return new ReachRow(host, rungs, sign, UiWords.text(word), UiWords.text(UiWords.NOTHING));
    }
}

package dev.muster.ui.fits;

import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.State;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.UiWords;

/// How findings are gathered on the page, the worst first.
public enum Group {
    STOPS(Sign.STOPS, UiWords.FITS_STOPS),
    TO_ACCEPT(Sign.WARNS, UiWords.FITS_ACCEPT),
    UNKNOWN(Sign.UNKNOWN, UiWords.FITS_UNKNOWN),
    ACCEPTED(Sign.WARNS, UiWords.FITS_ACCEPTED),
    FITS(Sign.FITS, UiWords.FITS_FIT);

    private final Sign sign;
    private final UiWords words;

    Group(Sign sign, UiWords words) {
        this.sign = sign;
        this.words = words;
    }

    public Sign sign() {
        return sign;
    }

    /// Says how many: "2 to accept".
    public UiWords words() {
        return words;
    }

    /// Where a finding stands; what doesn't apply, or is only said, stands with what fits.
    public static Group of(Finding finding) {
        if (finding.stops()) {
            return finding.severity() == Severity.HARD ? STOPS : TO_ACCEPT;
        }
        return switch (finding.state()) {
            case ACCEPTED -> ACCEPTED;
            case UNKNOWN, PENDING -> UNKNOWN;
            case PASSED, FAILED, NOT_APPLICABLE -> FITS;
        };
    }

    /// Whether a finding opens by itself, with all that it says.
    static boolean open(Finding finding) {
        return finding.stops() && finding.severity() == Severity.HARD && finding.state() != State.NOT_APPLICABLE;
    }
}

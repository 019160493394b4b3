package dev.muster.ui.kit;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// What a state looks like: a picture, a word and a colour, always all three.
public enum Sign {
    FITS(MaterialDesignC.CHECK, UiWords.SIGN_FITS, "success"),
    WARNS(MaterialDesignA.ALERT, UiWords.SIGN_WARNS, "warning"),
    STOPS(MaterialDesignC.CLOSE, UiWords.SIGN_STOPS, "danger"),
    UNKNOWN(MaterialDesignH.HELP, UiWords.SIGN_UNKNOWN, "muted"),
    WAITS(MaterialDesignC.CIRCLE_OUTLINE, UiWords.SIGN_WAITS, "muted"),
    WORKS(MaterialDesignC.CIRCLE_SLICE_2, UiWords.SIGN_WORKS, "accent"),
    NONE(MaterialDesignM.MINUS, UiWords.NOTHING, "muted");

    private final Ikon picture;
    private final UiWords word;
    private final String style;

    Sign(Ikon picture, UiWords word, String style) {
        this.picture = picture;
        this.word = word;
        this.style = style;
    }

    /// How the window shows what the terminal shows by a character.
    public static Sign of(dev.muster.report.Sign sign) {
        return switch (sign) {
            case FITS -> FITS;
            case WANTS_A_WORD -> WARNS;
            case STOPS -> STOPS;
            case UNKNOWN -> UNKNOWN;
            case WAITS -> WAITS;
            case RUNS -> WORKS;
        };
    }

    public Ikon picture() {
        return picture;
    }

    public UiWords word() {
        return word;
    }

    /// The style class that gives the colour.
    public String style() {
        return style;
    }
}

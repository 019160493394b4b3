package dev.muster.ui.kit;

/// What a state looks like: a picture, a word and a colour, always all three.
public enum Sign {
    FITS("mdi2c-check", UiWords.SIGN_FITS, "success"),
    WARNS("mdi2a-alert", UiWords.SIGN_WARNS, "warning"),
    STOPS("mdi2c-close", UiWords.SIGN_STOPS, "danger"),
    UNKNOWN("mdi2h-help", UiWords.SIGN_UNKNOWN, "muted"),
    WAITS("mdi2c-circle-outline", UiWords.SIGN_WAITS, "muted"),
    WORKS("mdi2c-circle-slice-2", UiWords.SIGN_WORKS, "accent"),
    NONE("mdi2m-minus", UiWords.NOTHING, "muted");

    private final String picture;
    private final UiWords word;
    private final String style;

    Sign(String picture, UiWords word, String style) {
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

    /// The icon's name in the Material pack.
    public String picture() {
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

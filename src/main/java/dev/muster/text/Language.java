package dev.muster.text;

import java.util.Locale;

/// The languages that Muster speaks.
public enum Language {
    EN(Locale.ENGLISH),
    ZH(Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /// The language that suits a locale: Chinese for `zh…`, else English.
    public static Language of(Locale wanted) {
        return wanted.getLanguage().equals("zh") ? ZH : EN;
    }
}

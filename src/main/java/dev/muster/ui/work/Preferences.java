package dev.muster.ui.work;

import dev.muster.text.Language;

/// What the window remembers from one day to the next.
public record Preferences(Language language, Theme theme) {

    public enum Theme {
        LIGHT,
        DARK;

        public Theme other() {
            return this == LIGHT ? DARK : LIGHT;
        }
    }

    public Preferences otherLanguage() {
        return new Preferences(language == Language.EN ? Language.ZH : Language.EN, theme);
    }

    public Preferences otherTheme() {
        return new Preferences(language, theme.other());
    }
}

package dev.muster.ui.kit;

import dev.muster.base.Text;

/// How a page stands in the rail: its mark, and one line of what it holds.
public record Standing(Mark mark, Text line) {

    public static final Standing OPEN = new Standing(Mark.OPEN, UiWords.text(UiWords.NOTHING));

    /// The mark before a page's name.
    public enum Mark {
        /// its number
        OPEN,
        /// a tick
        DONE,
        /// an exclamation mark: it wants a word, or something stops
        ATTENTION,
        /// what it shows is older than what was changed since
        STALE
    }

    public static Standing of(Mark mark, UiWords key, Object... arguments) {
        return new Standing(mark, UiWords.text(key, arguments));
    }
}

package dev.muster.ui.kit;

import dev.muster.base.Text;
import java.time.Duration;
import java.time.Instant;

/// Times as ages: "12 seconds ago".
public final class Ages {

    private Ages() {}

    public static Text since(Instant then, Instant now) {
        var seconds = Math.max(0, Duration.between(then, now).toSeconds());
        if (seconds < 5) {
            return UiWords.text(UiWords.AGE_NOW);
        }
        if (seconds < 120) {
            return UiWords.text(UiWords.AGE_SECONDS, seconds);
        }
        if (seconds < 2 * 3600) {
            return UiWords.text(UiWords.AGE_MINUTES, seconds / 60);
        }
        return seconds < 2 * 86_400
                ? UiWords.text(UiWords.AGE_HOURS, seconds / 3600)
                : UiWords.text(UiWords.AGE_DAYS, seconds / 86_400);
    }
}

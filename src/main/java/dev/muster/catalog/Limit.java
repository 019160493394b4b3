package dev.muster.catalog;

import java.time.Duration;

/// A threshold with where it comes from.
///
/// @param unit `seconds`, `milliseconds`, `percent`, `lines`
public record Limit(int value, String unit, String source) {

    /// The threshold as time.
    ///
    /// @throws IllegalStateException when it isn't one
    public Duration duration() {
        return switch (unit) {
            case "seconds" -> Duration.ofSeconds(value);
            case "milliseconds" -> Duration.ofMillis(value);
            default -> throw new IllegalStateException("not a time: " + this);
        };
    }
}

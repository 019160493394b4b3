package dev.muster.run;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// `2026-11-23-1402-factory-k3f9`: when it was started (workstation's time), the setup's name, four letters or
/// digits.
public record RunId(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}-\\d{4}-[A-Za-z0-9-]+-[a-z0-9]{4}");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmm", Locale.ROOT);

    private static final int MINUTE = "2026-11-23-1402".length();

    /// without those that are read as another
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    public RunId {
        if (!fits(value)) {
            throw new IllegalArgumentException("not a run's id: " + value);
        }
    }

    static boolean fits(String name) {
        return SHAPE.matcher(name).matches();
    }

    /// `2026-11-23-1402`
    String minute() {
        return value.substring(0, MINUTE);
    }

    /// A new run's id.
    ///
    /// @param setup the setup's name
    static RunId of(LocalDateTime now, String setup, RandomGenerator random) {
        var four = new StringBuilder();
        for (var i = 0; i < 4; i++) {
            four.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new RunId(TIME.format(now) + "-" + setup + "-" + four);
    }

    @Override
    public String toString() {
        return value;
    }
}

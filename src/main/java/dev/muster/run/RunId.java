package dev.muster.run;

import java.util.regex.Pattern;

/// `2026-11-23-1402-factory-k3f9`: when it was started (workstation's time), the setup's name, four letters or
/// digits.
public record RunId(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}-\\d{4}-[A-Za-z0-9-]+-[a-z0-9]{4}");

    public RunId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a run's id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

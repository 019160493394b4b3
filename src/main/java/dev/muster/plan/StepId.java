package dev.muster.plan;

import dev.muster.base.HostName;
import java.util.regex.Pattern;

/// `join/lin1`: what and where. The same step of the same setup has the same id in every plan.
public record StepId(String value) implements Comparable<StepId> {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]*/[a-z0-9.-]+");

    public StepId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a step's id: " + value);
        }
    }

    public static StepId of(String what, HostName host) {
        return new StepId(what + "/" + host.value());
    }

    /// The part before the slash: `join`.
    public String kind() {
        return value.substring(0, value.indexOf('/'));
    }

    @Override
    public int compareTo(StepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

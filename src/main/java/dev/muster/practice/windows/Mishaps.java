package dev.muster.practice.windows;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The switches of a server for what goes wrong, for tests; all are off until one is set. Safe for many threads.
public final class Mishaps {

    public static final int FOR_EVER = Integer.MAX_VALUE;

    private final Map<Operation, Planned> planned = new EnumMap<>(Operation.class);
    private Door door = Door.OPEN;

    /// What happens to whoever connects.
    public enum Door {
        OPEN,
        /// closed again at once
        SLAMMED,
        /// nobody ever speaks
        DEAF
    }

    private record Planned(Mishap mishap, int spared, int times) {}

    public void next(Operation operation, Mishap mishap) {
        next(operation, 1, mishap);
    }

    public void next(Operation operation, int times, Mishap mishap) {
        after(operation, 0, times, mishap);
    }

    /// @param spared how many of these operations go well before
    public synchronized void after(Operation operation, int spared, int times, Mishap mishap) {
        planned.put(operation, new Planned(mishap, spared, times));
    }

    public void always(Operation operation, Mishap mishap) {
        next(operation, FOR_EVER, mishap);
    }

    public synchronized void door(Door how) {
        door = how;
    }

    public synchronized void none() {
        planned.clear();
        door = Door.OPEN;
    }

    synchronized Door door() {
        return door;
    }

    synchronized Optional<Mishap> take(Operation operation) {
        var due = planned.remove(operation);
        if (due == null) {
            return Optional.empty();
        }
        if (due.spared() > 0) {
            planned.put(operation, new Planned(due.mishap(), due.spared() - 1, due.times()));
            return Optional.empty();
        }
        if (due.times() == FOR_EVER) {
            planned.put(operation, due);
        } else if (due.times() > 1) {
            planned.put(operation, new Planned(due.mishap(), 0, due.times() - 1));
        }
        return Optional.of(due.mishap());
    }
}

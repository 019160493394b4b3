package dev.muster.practice;

import java.util.Map;

/// A host's lock, as `lock.sh` keeps it.
final class Lock {

    private static final int SOMEBODY_ELSES = 11;

    private String holder = "";

    synchronized Said act(Map<String, String> values) {
        var wanted = values.getOrDefault("HOLDER", "");
        return switch (values.getOrDefault("ACT", "")) {
            case "look" -> shown(0);
            case "take" -> take(wanted);
            case "free" -> {
                if (!holder.isEmpty() && !run(holder).equals(run(wanted))) {
                    yield shown(SOMEBODY_ELSES);
                }
                holder = "";
                yield shown(0);
            }
            case "take-over" -> {
                if (!run(holder).equals(run(wanted)) && !run(holder).equals(values.getOrDefault("FROM", ""))) {
                    yield shown(SOMEBODY_ELSES);
                }
                holder = "";
                yield take(wanted);
            }
            default -> Said.error(10, "error: not an act: " + values.get("ACT"));
        };
    }

    private Said take(String wanted) {
        if (!holder.isEmpty() && !run(holder).equals(run(wanted))) {
            return shown(SOMEBODY_ELSES);
        }
        if (holder.isEmpty()) {
            holder = wanted;
        }
        return shown(0);
    }

    private Said shown(int status) {
        return new Said(status, holder.isEmpty() ? "free\n" : "held\n" + holder + "\n", "");
    }

    private static String run(String holder) {
        return holder.lines().findFirst().orElse("");
    }
}

package dev.muster.setup.shape;

import dev.muster.base.Key;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.Text;

/// What is the matter with a value, why, and what would do; not yet where.
public record Trouble(Text what, Text why, Text fix) {

    /// The three sentences of one trouble stand beside each other in its enum: `X`, `X_WHY`, `X_FIX`, and take
    /// the same arguments.
    public static Trouble of(Key what, Object... arguments) {
        return new Trouble(
                Text.of(what, arguments),
                Text.of(sibling(what, "_WHY"), arguments),
                Text.of(sibling(what, "_FIX"), arguments));
    }

    public Problem at(Place place) {
        return Problem.input(place, what, why, fix);
    }

    private static Key sibling(Key key, String ending) {
        var name = key.name() + ending;
        for (var constant : ((Enum<?>) key).getDeclaringClass().getEnumConstants()) {
            if (constant.name().equals(name)) {
                return (Key) constant;
            }
        }
        throw new IllegalStateException("no word " + name);
    }
}

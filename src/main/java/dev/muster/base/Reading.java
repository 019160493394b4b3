package dev.muster.base;

import java.util.Optional;
import java.util.function.Function;

/// What a host said about one thing: its value, or why we don't know it. Unknown is never zero, empty, false or
/// green.
public sealed interface Reading<T> {

    record Known<T>(T value) implements Reading<T> {}

    /// @param why what kept us from knowing, as the host or the tool said it: `docker: command not found`
    record Unknown<T>(String why) implements Reading<T> {}

    static <T> Reading<T> of(T value) {
        return new Known<>(value);
    }

    static <T> Reading<T> unknown(String why) {
        return new Unknown<>(why);
    }

    default Optional<T> known() {
        return switch (this) {
            case Known<T>(var value) -> Optional.of(value);
            case Unknown<T> _ -> Optional.empty();
        };
    }

    default <R> Reading<R> map(Function<? super T, ? extends R> function) {
        return switch (this) {
            case Known<T>(var value) -> new Known<>(function.apply(value));
            case Unknown<T>(var why) -> new Unknown<>(why);
        };
    }
}

package dev.muster.catalog;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value made when it is first asked for, once, whoever asks.
final class Lazy<T> {

    private final Supplier<T> maker;
    private volatile @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        var value = made;
        return value != null ? value : make();
    }

    private synchronized T make() {
        var value = made;
        if (value == null) {
            value = maker.get();
            made = value;
        }
        return value;
    }
}

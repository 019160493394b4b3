package dev.muster.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// What ties a set of views to their models. Views go when the language changes, models stay: closing this cuts the
/// ties.
public final class Ties implements AutoCloseable {

    private final List<Subscription> subscriptions = new ArrayList<>();

    /// Tells the value now and whenever it changes.
    public <T> void watch(ObservableValue<T> value, Consumer<? super T> told) {
        subscriptions.add(value.subscribe(told));
    }

    /// Calls now and whenever any of these changes.
    public void when(Runnable changed, Observable... any) {
        for (var one : any) {
            // a value's invalidation is told once until somebody reads it; its change is told every time
            subscriptions.add(
                    one instanceof ObservableValue<?> value
                            ? value.subscribe((_, _) -> changed.run())
                            : one.subscribe(changed));
        }
        changed.run();
    }

    /// Does this when the views go.
    public void add(Runnable end) {
        subscriptions.add(end::run);
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::unsubscribe);
        subscriptions.clear();
    }
}

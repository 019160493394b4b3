package dev.muster.run;

import java.util.function.Consumer;

/// Hands on events one at a time: steps tell their lines from threads of their own.
final class News implements Consumer<RunEvent> {

    private final Consumer<RunEvent> listener;

    News(Consumer<RunEvent> listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void accept(RunEvent event) {
        listener.accept(event);
    }
}

package dev.muster.ui.kit;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// News for the window: any thread posts, the window's thread takes all of it once a frame, in the order of posting.
/// The one caller of `Platform.runLater`.
///
/// A post under a [Slot] replaces the one that still waits there, so the queue is bounded by the slots, not by the
/// speed of the engine.
public final class Mailbox {

    private final ConcurrentLinkedQueue<Runnable> news = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private final AnimationTimer frames = new AnimationTimer() {
        @Override
        public void handle(long now) {
            drain();
            if (news.isEmpty()) {
                stop();
                awake.set(false);
                if (!news.isEmpty()) {
                    wake();
                }
            }
        }
    };

    public void post(Runnable piece) {
        news.add(piece);
        wake();
    }

    /// Runs by itself, between two frames: news that shows a dialog and waits for its answer.
    void ask(Runnable question) {
        Platform.runLater(question);
    }

    /// A place for the newest of one kind: a host's state, a log's length.
    public <T> Slot<T> slot(Consumer<T> window) {
        return new Slot<>(this, window);
    }

    private void wake() {
        if (awake.compareAndSet(false, true)) {
            Platform.runLater(frames::start);
        }
    }

    private void drain() {
        for (var piece = news.poll(); piece != null; piece = news.poll()) {
            piece.run();
        }
    }

    /// Holds the newest value until the next frame.
    public static final class Slot<T> {

        private final Mailbox mailbox;
        private final Consumer<T> window;
        private final AtomicReference<Optional<T>> newest = new AtomicReference<>(Optional.empty());

        private Slot(Mailbox mailbox, Consumer<T> window) {
            this.mailbox = mailbox;
            this.window = window;
        }

        public void post(T value) {
            if (newest.getAndSet(Optional.of(value)).isEmpty()) {
                mailbox.post(this::deliver);
            }
        }

        private void deliver() {
            newest.getAndSet(Optional.empty()).ifPresent(window);
        }
    }
}

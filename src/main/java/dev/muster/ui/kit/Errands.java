package dev.muster.ui.kit;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Sends work away from the window's thread and brings what came of it back. Models know this interface only, so
/// their tests run without a window.
public interface Errands {

    /// Does the work on a thread of its own; one of the two is told on the window's thread, in the order of their
    /// ends.
    <T> Errand send(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);

    /// Work that was sent away.
    interface Errand {
        /// Interrupts it; neither of the two is told.
        void cancel();
    }

    /// Runs on the window's thread at its next frame; may be called from any thread.
    void post(Runnable piece);

    /// Runs on the window's thread between two frames; may be called from any thread. Whoever shows a dialog and
    /// waits for its answer does it here: within a frame JavaFX refuses to wait.
    void ask(Runnable question);

    /// Work at the far end of a mailbox, on virtual threads.
    static Errands through(Mailbox mailbox) {
        return new Errands() {
            @Override
            public <T> Errand send(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
                var thread = Thread.ofVirtual().name("errand").start(() -> {
                    try {
                        var result = work.call();
                        mailbox.post(() -> done.accept(result));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (Exception e) { // the top of this thread: whatever it is, the page has to say so
                        mailbox.post(() -> failed.accept(e));
                    }
                });
                return thread::interrupt;
            }

            @Override
            public void post(Runnable piece) {
                mailbox.post(piece);
            }

            @Override
            public void ask(Runnable question) {
                mailbox.ask(question);
            }
        };
    }

    /// Everything at once, on the caller's thread: for tests of models.
    static Errands atOnce() {
        return new Errands() {
            @Override
            public <T> Errand send(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
                try {
                    done.accept(work.call());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (Exception e) { // the top of what would be a thread
                    failed.accept(e);
                }
                return () -> {};
            }

            @Override
            public void post(Runnable piece) {
                piece.run();
            }

            @Override
            public void ask(Runnable question) {
                question.run();
            }
        };
    }
}

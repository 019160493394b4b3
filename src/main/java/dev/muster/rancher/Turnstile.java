package dev.muster.rancher;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/// Lets one request through at a time, with a distance between them: whatever 200 nodes want to know, Rancher gets
/// fewer than five requests a second.
final class Turnstile {

    static final Duration DISTANCE = Duration.ofMillis(300);

    private final ReentrantLock order = new ReentrantLock(true);
    private final long distance;
    private long next = System.nanoTime();

    Turnstile(Duration distance) {
        this.distance = distance.toNanos();
    }

    void pass() throws InterruptedException {
        order.lockInterruptibly();
        try {
            var wait = next - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(Duration.ofNanos(wait));
            }
            next = System.nanoTime() + distance;
        } finally {
            order.unlock();
        }
    }
}

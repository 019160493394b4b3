package dev.muster.practice;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A script that runs on a practice host by itself: its output so far, and its exit status once it has one.
final class Job {

    /// What the job does; it says its lines to the job and gives back its exit status.
    @FunctionalInterface
    interface Work {
        int run(Job job) throws InterruptedException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final Thread thread;
    private @Nullable Integer exit;

    /// @param terminated its exit status when it is ended from outside
    Job(int terminated, Work work) {
        this.thread = Thread.ofVirtual().unstarted(() -> {
            var status = terminated;
            try {
                status = work.run(this);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                end(status);
            }
        });
    }

    void start() {
        thread.start();
    }

    void say(String line) {
        lock.lock();
        try {
            output.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end(int status) {
        lock.lock();
        try {
            exit = status;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// `running PRINTED` or `ended EXIT PRINTED`
    String state() {
        lock.lock();
        try {
            return exit == null ? "running " + output.size() : "ended " + exit + " " + output.size();
        } finally {
            lock.unlock();
        }
    }

    /// The output from an offset on; waits for something new, for as long at most.
    byte[] from(long offset, Duration atMost) throws InterruptedException {
        var left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (output.size() <= offset && exit == null && left > 0) {
                left = news.awaitNanos(left);
            }
            var all = output.toByteArray();
            return Arrays.copyOfRange(all, (int) Math.min(offset, all.length), all.length);
        } finally {
            lock.unlock();
        }
    }

    int printed() {
        lock.lock();
        try {
            return output.size();
        } finally {
            lock.unlock();
        }
    }

    boolean hasEnded() {
        lock.lock();
        try {
            return exit != null;
        } finally {
            lock.unlock();
        }
    }

    void cancel() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}

package dev.muster.practice.windows;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What a command has printed and nobody has fetched yet. It holds so much and no more: who prints then waits, as at
/// a real pipe. What is taken is gone, whether or not it arrives.
final class Printed {

    private static final int ROOM = 262_144;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private @Nullable Integer exit;
    private boolean gone;

    /// @param out  base64, as it travels
    /// @param err  base64
    /// @param exit present: the command is over, and this is all there was
    record Taken(String out, String err, Optional<Integer> exit) {

        boolean isNothing() {
            return out.isEmpty() && err.isEmpty() && exit.isEmpty();
        }
    }

    void out(byte[] bytes) throws InterruptedException {
        print(out, bytes);
    }

    void err(byte[] bytes) throws InterruptedException {
        print(err, bytes);
    }

    private void print(ByteArrayOutputStream to, byte[] bytes) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var at = 0;
            while (at < bytes.length) {
                while (to.size() >= ROOM) {
                    room.await();
                }
                var piece = Math.min(bytes.length - at, ROOM - to.size());
                to.write(bytes, at, piece);
                at += piece;
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    void end(int status) {
        lock.lock();
        try {
            exit = status;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Nobody will fetch any more; who waits to is told.
    void abandon() {
        lock.lock();
        try {
            gone = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// @return empty when the command was taken away meanwhile
    Optional<Taken> take(int atMost, Duration patience) throws InterruptedException {
        var left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (out.size() == 0 && err.size() == 0 && exit == null && !gone && left > 0) {
                left = news.awaitNanos(left);
            }
            if (gone) {
                return Optional.empty();
            }
            var first = piece(out, atMost);
            var second = piece(err, atMost - first.length);
            room.signalAll();
            var whole = out.size() == 0 && err.size() == 0;
            return Optional.of(
                    new Taken(written(first), written(second), whole ? Optional.ofNullable(exit) : Optional.empty()));
        } finally {
            lock.unlock();
        }
    }

    private static String written(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] piece(ByteArrayOutputStream of, int atMost) {
        var all = of.toByteArray();
        if (all.length <= atMost) {
            of.reset();
            return all;
        }
        of.reset();
        of.write(all, atMost, all.length - atMost);
        return Arrays.copyOf(all, atMost);
    }
}

package dev.muster.practice.windows;

import java.io.InputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A command's standard input, filled by Send.
final class Typed extends InputStream {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private byte[] bytes = {};
    private int at;
    private boolean ended;

    void add(byte[] more, boolean end) {
        lock.lock();
        try {
            var all = new byte[bytes.length - at + more.length];
            System.arraycopy(bytes, at, all, 0, bytes.length - at);
            System.arraycopy(more, 0, all, bytes.length - at, more.length);
            bytes = all;
            at = 0;
            ended = ended || end;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    /// An interrupt ends the input.
    @Override
    public int read(byte[] into, int offset, int length) {
        lock.lock();
        try {
            while (at == bytes.length && !ended) {
                news.await();
            }
            if (at == bytes.length) {
                return -1;
            }
            var piece = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, into, offset, piece);
            at += piece;
            return piece;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        } finally {
            lock.unlock();
        }
    }
}

package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.TCP;

import dev.muster.setup.Bastion;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import net.schmizz.sshj.connection.channel.OpenFailException;
import org.jspecify.annotations.Nullable;

/// One bastion: a single connection, made by whoever comes first and made anew, once for all, when it broke. What
/// came of an attempt is told to everybody who waited for it.
final class Gate implements AutoCloseable {

    private static final int MOST = 6;

    private final Bastion bastion;
    private final Bastions.Dial dial;
    private final Semaphore places;
    private final ReentrantLock dialing = new ReentrantLock();
    private final AtomicLong attempts = new AtomicLong();
    private final List<SshLine> lines = new ArrayList<>();
    private @Nullable Opened failure;

    Gate(Bastion bastion, Bastions.Dial dial, Semaphore places) {
        this.bastion = bastion;
        this.dial = dial;
        this.places = places;
    }

    Semaphore places() {
        return places;
    }

    Socket stream(String address, int port, Duration limit) throws Stopped, InterruptedException {
        var before = 0;
        var again = false;
        while (true) {
            var line = line(before);
            try {
                return line.stream(address, port, limit);
            } catch (OpenFailException e) {
                if (Passage.mayBeFull(e) && line.settle()) {
                    // what was given up just now counted there still
                    continue;
                }
                if (!Passage.mayBeFull(e) || line.streams() == 0 || ++before == MOST) {
                    throw new Stopped(Passage.refused(e, bastion, address, port).at(address));
                }
            } catch (TimeoutException e) {
                throw new Stopped(Trouble.of(TCP, RemoteWords.VIA_SILENT, bastion.name(), address, port, limit)
                        .at(address));
            } catch (IOException e) {
                if (again) {
                    throw barred(Trouble.of(TCP, RemoteWords.VIA_LOST, Broken.reason(e))
                            .at(bastion.address()));
                }
                // the line had broken unseen: a new one has a go
                again = true;
            }
        }
    }

    /// @param number of the connection, from 0: a further one is made where a server allows few streams on each
    private SshLine line(int number) throws Stopped, InterruptedException {
        var seen = attempts.get();
        dialing.lockInterruptibly();
        try {
            lines.removeIf(line -> !line.isAlive());
            if (lines.size() > number) {
                return lines.get(number);
            }
            if (failure != null && attempts.get() != seen) {
                throw barred(failure);
            }
            return dialed();
        } finally {
            dialing.unlock();
        }
    }

    private SshLine dialed() throws Stopped, InterruptedException {
        try {
            failure = null;
            var line = dial.dial(Target.of(bastion));
            lines.add(line);
            return line;
        } catch (Stopped e) {
            failure = e.where();
            throw barred(e.where());
        } finally {
            attempts.incrementAndGet();
        }
    }

    /// Says that it was this bastion, unless it was one before it.
    private Stopped barred(Opened why) {
        return new Stopped(why instanceof Opened.Barred ? why : new Opened.Barred(bastion.name(), why));
    }

    @Override
    public void close() {
        dialing.lock();
        try {
            lines.forEach(SshLine::close);
            lines.clear();
        } finally {
            dialing.unlock();
        }
    }
}

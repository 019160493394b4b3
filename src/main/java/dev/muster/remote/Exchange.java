package dev.muster.remote;

import dev.muster.base.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.connection.channel.direct.Session.Command;

/// One command on a channel of its own, with a frame in it (see the door sign). Both outputs are read by threads of
/// their own, because they share one window, and come as events through a short queue: what isn't taken isn't read,
/// so memory is bounded whatever the host prints. Closing it never waits.
final class Exchange implements AutoCloseable {

    /// What happened next. Its bytes are nobody else's: they are taken once and never compared.
    @SuppressWarnings("ArrayRecordComponent")
    sealed interface Event {
        /// sudo asks, by a prompt that only it can know
        record Prompted() implements Event {}

        /// @param at `System.nanoTime` of the arrival
        record Out(byte[] bytes, long at) implements Event {}

        record Err(byte[] bytes) implements Event {}

        /// the begin line was seen on standard output
        record Begun() implements Event {}

        /// the end line was seen on both outputs
        record Ended(int status) implements Event {}

        /// both outputs ended before the end line
        ///
        /// @param told the host said how the command ended; otherwise the line may have been torn off just
        ///     then
        record Closed(boolean told) implements Event {}

        /// the connection broke
        record Broken(IOException why) implements Event {}

        /// nothing happened for as long as the caller wanted to wait
        record Silent() implements Event {}
    }

    /// What an exchange says to the line that it runs on.
    interface Channel {
        /// it needs the channel no more; doesn't wait
        void close();

        /// the line broke while it read
        void broke();
    }

    private static final int PIECE = 32 * 1024;
    private static final int PIECES = 16;
    private static final int LONGEST_LINE = 1024;
    private static final Duration LAST_WORD = Duration.ofSeconds(2);

    private final ChannelThreads threads;
    private final Command command;
    private final OutputStream out;
    private final Said said = new Said();
    private final Said saidAside = new Said();
    private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(PIECES);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch asideDone = new CountDownLatch(1);
    private final String prompt;

    /// @param envelope what is sent at once; empty with a prompt: then the first that is sent is the answer to it
    /// @param payload  what is sent after the begin line; wiped then
    /// @param channel  the channel that the command has
    Exchange(Channel channel, Command command, String mark, String prompt, byte[] envelope, byte[] payload) {
        this.threads = new ChannelThreads(channel);
        this.command = command;
        this.out = new Sink(command.getOutputStream());
        this.prompt = prompt;
        threads.begin(
                () -> read(command.getInputStream(), mark, false),
                () -> read(command.getErrorStream(), mark, true),
                () -> write(envelope, payload));
    }

    /// The next thing that happens, or [Event.Silent] when nothing does in that time.
    Event next(Duration atMost) throws InterruptedException {
        var event = events.poll(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS);
        return event == null ? new Event.Silent() : event;
    }

    /// Sends the answer to the prompt.
    void answer(Secret secret) throws IOException {
        var bytes = SecretBytes.of(secret);
        var line = Arrays.copyOf(bytes, bytes.length + 1);
        line[bytes.length] = '\n';
        try {
            out.write(line);
            out.flush();
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(line, (byte) 0);
        }
    }

    /// What came outside of the frame: first standard error's, which says more, then standard output's.
    String said() {
        var aside = saidAside.raw().replace(prompt.isEmpty() ? "\0" : prompt, "");
        return Said.clean(aside + "\n" + said.raw());
    }

    @Override
    public void close() {
        threads.close();
    }

    private void write(byte[] envelope, byte[] payload) {
        try {
            out.write(envelope);
            out.flush();
            if (payload.length > 0) {
                begun.await();
                out.write(payload);
                out.flush();
            }
            if (prompt.isEmpty() || payload.length > 0) {
                out.close();
            }
        } catch (IOException e) {
            // the reading side says what became of the command
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Arrays.fill(payload, (byte) 0);
        }
    }

    private void read(InputStream stream, String mark, boolean aside) {
        try {
            var parts = new Posting(aside);
            var frame = new FrameReader(mark, parts);
            var piece = new byte[PIECE];
            for (var length = stream.read(piece); length >= 0; length = stream.read(piece)) {
                frame.take(piece, length);
                if (frame.hasEnded()) {
                    break;
                }
            }
            if (aside) {
                asideDone.countDown();
            } else {
                // what was printed on both is complete before the end is told
                asideDone.await(2, TimeUnit.SECONDS);
                events.put(frame.hasEnded() ? new Event.Ended(parts.status) : new Event.Closed(told()));
            }
        } catch (IOException e) {
            asideDone.countDown();
            broken(e);
        } catch (Interrupted | InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            asideDone.countDown();
            broken(Broken.of(e));
        }
    }

    /// The exit status may come after the output's end.
    private boolean told() {
        try {
            command.join(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            // nobody says it any more
        }
        return command.getExitStatus() != null || command.getExitSignal() != null;
    }

    private void broken(IOException why) {
        if (threads.broke()) {
            try {
                events.put(new Event.Broken(why));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void post(Event event) {
        try {
            events.put(event);
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        }
    }

    /// An interrupt on its way out of the frame reader's callbacks.
    private static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Interrupted(InterruptedException cause) {
            super(cause);
        }
    }

    private final class Posting implements FrameReader.Parts {
        private final boolean aside;
        private final StringBuilder open = new StringBuilder();
        private int status;

        Posting(boolean aside) {
            this.aside = aside;
        }

        @Override
        public void noise(byte[] bytes, int from, int to) {
            (aside ? saidAside : said).add(bytes, from, to);
            if (aside && !prompt.isEmpty() && asks(bytes, from, to)) {
                post(new Event.Prompted());
            }
        }

        /// The line that isn't finished ends with the prompt: what merely repeats the command ends its line.
        /// sudo-rs puts the prompt between brackets.
        private boolean asks(byte[] bytes, int from, int to) {
            open.append(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            open.delete(0, open.lastIndexOf("\n") + 1);
            open.delete(0, Math.max(0, open.length() - LONGEST_LINE));
            var line = open.toString();
            var asked = line.endsWith(prompt) || (line.contains("[sudo: " + prompt + "]") && line.endsWith(": "));
            if (asked) {
                open.setLength(0);
            }
            return asked;
        }

        @Override
        public void begun() {
            if (aside) {
                await();
            } else {
                post(new Event.Begun());
                begun.countDown();
            }
        }

        /// Standard error may be read faster than standard output; its bytes still come after the beginning.
        private void await() {
            try {
                begun.await();
            } catch (InterruptedException e) {
                throw new Interrupted(e);
            }
        }

        @Override
        public void content(byte[] bytes, int from, int to) {
            var copy = Arrays.copyOfRange(bytes, from, to);
            post(aside ? new Event.Err(copy) : new Event.Out(copy, System.nanoTime()));
        }

        @Override
        public void ended(int found) {
            status = found;
        }
    }
}

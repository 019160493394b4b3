package dev.muster.remote;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.direct.Session.Command;

/// One command on a channel of its own: gets its whole input at once, and its two outputs are told as they come,
/// through a short queue. Closing it never waits.
final class Spoken implements AutoCloseable {

    /// How many [Ended] there will be.
    static final int OUTPUTS = 2;

    /// What happened next.
    sealed interface Heard {}

    @SuppressWarnings("ArrayRecordComponent") // taken once, never compared
    record Out(byte[] bytes) implements Heard {}

    @SuppressWarnings("ArrayRecordComponent")
    record Err(byte[] bytes) implements Heard {}

    /// One of the outputs has ended.
    record Ended() implements Heard {}

    record Broke(IOException why) implements Heard {}

    /// Nothing happened for as long as the caller wanted to wait.
    record Silent() implements Heard {}

    private static final int PIECE = 32 * 1024;
    private static final int PIECES = 16;
    private static final long EXIT_SECONDS = 5;

    private final ChannelThreads threads;
    private final Command command;
    private final BlockingQueue<Heard> queue = new ArrayBlockingQueue<>(PIECES);

    /// @param input sent, wiped, and then the input is closed
    Spoken(Exchange.Channel channel, Command command, byte[] input) {
        this.threads = new ChannelThreads(channel);
        this.command = command;
        threads.begin(
                () -> read(command.getInputStream(), false),
                () -> read(command.getErrorStream(), true),
                () -> write(input));
    }

    Heard next(Duration atMost) throws InterruptedException {
        var heard = queue.poll(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS);
        return heard == null ? new Silent() : heard;
    }

    /// The exit status, once both outputs have ended; -1: the server told none.
    int exit() {
        try {
            command.join(EXIT_SECONDS, TimeUnit.SECONDS);
        } catch (ConnectionException e) {
            // without a status then
        }
        var status = command.getExitStatus();
        return status == null ? -1 : status;
    }

    private void write(byte[] input) {
        try (var out = new Sink(command.getOutputStream())) {
            out.write(input);
            out.flush();
        } catch (IOException e) {
            // the reading side says what became of the command
        } finally {
            Arrays.fill(input, (byte) 0);
        }
    }

    private void read(InputStream stream, boolean aside) {
        try {
            try {
                var piece = new byte[PIECE];
                for (var length = stream.read(piece); length >= 0; length = stream.read(piece)) {
                    var bytes = Arrays.copyOf(piece, length);
                    queue.put(aside ? new Err(bytes) : new Out(bytes));
                }
                queue.put(new Ended());
            } catch (IOException e) {
                if (threads.broke()) {
                    queue.put(new Broke(e));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}

package dev.muster.remote;

import java.util.List;
import java.util.stream.Stream;

/// What reads and writes one channel, each on a thread of its own. Closing it ends them and never waits.
final class ChannelThreads implements AutoCloseable {

    private final Exchange.Channel channel;
    private volatile List<Thread> threads = List.of();
    private volatile boolean closed;

    ChannelThreads(Exchange.Channel channel) {
        this.channel = channel;
    }

    void begin(Runnable... work) {
        threads = Stream.of(work).map(Thread::startVirtualThread).toList();
    }

    /// The line broke while one of them read.
    ///
    /// @return whether that is news: not when the channel was closed from here
    boolean broke() {
        var news = !closed;
        if (news) {
            channel.broke();
        }
        return news;
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
        channel.close();
    }
}

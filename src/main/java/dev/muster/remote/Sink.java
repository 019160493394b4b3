package dev.muster.remote;

import java.io.IOException;
import java.io.OutputStream;
import net.schmizz.sshj.connection.ConnectionException;
import org.jspecify.annotations.Nullable;

/// The way into a channel. Once something was lost there, nothing more is written, not even what closing would flush.
///
/// The library's own stream needs that: a packet that it couldn't send stays in it, sealed, and is sealed again by
/// the next write, from before its own beginning: an ArrayIndexOutOfBoundsException, where whoever writes waits for
/// an IOException. Between the two the line may look alive, because the library's reader hasn't seen the end yet.
final class Sink extends OutputStream {

    private final OutputStream library;
    private volatile @Nullable IOException lost;

    Sink(OutputStream library) {
        this.library = library;
    }

    private interface Act {
        void go() throws IOException;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        act(() -> library.write(bytes, from, length));
    }

    @Override
    public void flush() throws IOException {
        act(library::flush);
    }

    @Override
    public void close() throws IOException {
        if (lost == null) {
            act(library::close);
        }
    }

    private void act(Act act) throws IOException {
        var before = lost;
        if (before != null) {
            throw new ConnectionException("the line had broken before", before);
        }
        try {
            act.go();
        } catch (IOException e) {
            lost = e;
            throw e;
        } catch (RuntimeException e) {
            var broken = Broken.of(e);
            lost = broken;
            throw broken;
        }
    }
}

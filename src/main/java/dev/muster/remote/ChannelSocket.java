package dev.muster.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;
import org.jspecify.annotations.Nullable;

/// A TCP stream that a bastion has opened for us, as a socket: so that whatever speaks over sockets speaks through
/// bastions, and nothing has to listen on the workstation. It knows no time limits.
///
/// The library's own input stream is never closed from here: data that still comes for a closed one would end the
/// connection to the bastion, and with it every other host's line. The bastion's word closes it.
final class ChannelSocket extends Socket {

    private static final byte[] NOWHERE = {0, 0, 0, 0};

    private final DirectConnection channel;
    private final Runnable end;
    private final InputStream input = new Input();
    private final Sink sink;
    private final OutputStream output = new Output();
    private final Object reading = new Object();
    private @Nullable Thread reader;
    private volatile boolean closed;

    /// @param end lets go of the channel; must not wait
    ChannelSocket(DirectConnection channel, Runnable end) {
        this.channel = channel;
        this.end = end;
        this.sink = new Sink(channel.getOutputStream());
    }

    @Override
    public InputStream getInputStream() {
        return input;
    }

    @Override
    public OutputStream getOutputStream() {
        return output;
    }

    /// Wakes who waits for a byte.
    @Override
    public void close() {
        synchronized (reading) {
            if (closed) {
                return;
            }
            closed = true;
            if (reader != null) {
                reader.interrupt();
            }
        }
        end.run();
    }

    @Override
    public void shutdownOutput() throws IOException {
        sink.close();
    }

    @Override
    public void shutdownInput() {
        // what still comes is kept until the stream is closed
    }

    /// Named, without an address: only the bastion knows it.
    @Override
    public InetAddress getInetAddress() {
        try {
            return InetAddress.getByAddress(channel.getRemoteHost(), NOWHERE);
        } catch (IOException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return InetSocketAddress.createUnresolved(channel.getRemoteHost(), channel.getRemotePort());
    }

    @Override
    public int getPort() {
        return channel.getRemotePort();
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isInputShutdown() {
        return closed;
    }

    @Override
    public boolean isOutputShutdown() {
        return closed;
    }

    @Override
    public void setSoTimeout(int timeout) {
        // it knows none
    }

    @Override
    public int getSoTimeout() {
        return 0;
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // the line under it has no delay
    }

    @Override
    public boolean getTcpNoDelay() {
        return true;
    }

    @Override
    public void setKeepAlive(boolean on) {
        // the line under it is kept alive
    }

    private final class Input extends InputStream {

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            synchronized (reading) {
                refuseClosed();
                reader = Thread.currentThread();
            }
            try {
                return channel.getInputStream().read(bytes, from, length);
            } finally {
                synchronized (reading) {
                    reader = null;
                    if (closed) {
                        // it was meant for this read alone
                        Thread.interrupted();
                    }
                }
            }
        }

        @Override
        public int available() throws IOException {
            return channel.getInputStream().available();
        }

        @Override
        public void close() {
            ChannelSocket.this.close();
        }
    }

    private final class Output extends OutputStream {

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            refuseClosed();
            sink.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            refuseClosed();
            sink.flush();
        }

        @Override
        public void close() {
            ChannelSocket.this.close();
        }
    }

    private void refuseClosed() throws SocketException {
        if (closed) {
            throw new SocketException("Socket closed");
        }
    }
}

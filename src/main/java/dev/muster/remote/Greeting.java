package dev.muster.remote;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A stream that has heard the server's first line before the library does, so that a silent server costs no place in
/// the queue for key exchanges, and one that isn't SSH can be named by what it said.
final class Greeting extends Socket {

    private static final int LONGEST = 8192;

    private final Socket stream;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private boolean replayed;

    /// @param stream connected; closed with this one
    Greeting(Socket stream) {
        this.stream = stream;
    }

    /// Reads up to the line that begins with `SSH-`.
    ///
    /// @return whether it came; otherwise [#heard] has what came instead
    boolean isSsh(Duration limit) throws IOException {
        setSoTimeout(Math.toIntExact(limit.toMillis()));
        var in = stream.getInputStream();
        while (heard.size() < LONGEST) {
            var next = in.read();
            if (next < 0) {
                return false;
            }
            heard.write(next);
            if (next == '\n' && lastLine().startsWith("SSH-")) {
                setSoTimeout(0);
                return true;
            }
        }
        return false;
    }

    String heard() {
        return Said.clean(heard.toString(StandardCharsets.UTF_8));
    }

    private String lastLine() {
        var text = heard.toString(StandardCharsets.UTF_8);
        return text.substring(text.lastIndexOf('\n', text.length() - 2) + 1);
    }

    /// First what was heard already, then the rest; asked for once, by the library.
    @Override
    public InputStream getInputStream() throws IOException {
        if (replayed) {
            return stream.getInputStream();
        }
        replayed = true;
        return new SequenceInputStream(new ByteArrayInputStream(heard.toByteArray()), stream.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return stream.getOutputStream();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    @Override
    public void setSoTimeout(int timeout) throws SocketException {
        stream.setSoTimeout(timeout);
    }

    @Override
    public InetAddress getInetAddress() {
        return stream.getInetAddress();
    }

    @Override
    public int getPort() {
        return stream.getPort();
    }

    @Override
    public boolean isConnected() {
        return stream.isConnected();
    }

    @Override
    public boolean isClosed() {
        return stream.isClosed();
    }
}

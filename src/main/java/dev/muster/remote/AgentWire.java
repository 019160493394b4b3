package dev.muster.remote;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/// The way to the SSH agent of this workstation: a Unix socket, on Windows a named pipe (OpenSSH's own service, or
/// Pageant when `SSH_AUTH_SOCK` names its pipe).
///
/// Decided: a class of our own over the JDK's sockets. Because SSHJ has no agent and the libraries that add one are
/// years old or bring native code; costs these lines and [Agent].
interface AgentWire extends Closeable {

    /// Where OpenSSH for Windows listens unless told otherwise.
    String WINDOWS_PIPE = "\\\\.\\pipe\\openssh-ssh-agent";

    InputStream in();

    OutputStream out();

    /// @param place path of a socket, or name of a pipe
    static AgentWire open(String place) throws IOException {
        return place.startsWith("\\\\.\\pipe\\") ? pipe(place) : socket(Path.of(place));
    }

    private static AgentWire socket(Path path) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        return new Wire(Channels.newInputStream(channel), Channels.newOutputStream(channel), channel);
    }

    private static AgentWire pipe(String name) throws IOException {
        var pipe = new RandomAccessFile(name, "rw");
        return new Wire(new FileInputStream(pipe.getFD()), new FileOutputStream(pipe.getFD()), pipe);
    }

    record Wire(InputStream in, OutputStream out, Closeable whole) implements AgentWire {
        @Override
        public void close() throws IOException {
            whole.close();
        }
    }
}

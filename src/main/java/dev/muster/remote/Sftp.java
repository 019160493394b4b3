package dev.muster.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import net.schmizz.sshj.sftp.OpenMode;
import net.schmizz.sshj.sftp.RemoteFile;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.transport.TransportException;
import org.jspecify.annotations.Nullable;

/// One file on a host that is written by SFTP, on a channel of its own.
final class Sftp implements AutoCloseable {

    /// What every server takes in one packet (draft-ietf-secsh-filexfer-02, section 3)
    private static final int MOST = 32_000;

    private static final int UNCONFIRMED = 32;

    private final String address;
    private final SFTPClient client;
    private final RemoteFile file;
    private final OutputStream stream;

    private Sftp(String address, SFTPClient client, RemoteFile file, long offset) {
        this.address = address;
        this.client = client;
        this.file = file;
        this.stream = file.new RemoteFileOutputStream(offset, UNCONFIRMED);
    }

    /// The host has no SFTP, or it sees another file system, or it won't: another way may do.
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /// Opens SFTP.
    interface Opening {
        SFTPClient open() throws IOException;
    }

    /// @param path of a file that is there
    /// @param offset where writing goes on
    static Sftp open(String address, Opening opening, String path, long offset) throws Unusable, LostException {
        SFTPClient client = null;
        try {
            client = opening.open();
            return new Sftp(address, client, client.open(path, EnumSet.of(OpenMode.WRITE)), offset);
        } catch (IOException e) {
            closeQuietly(client);
            throw trouble(address, e);
        } catch (RuntimeException e) {
            closeQuietly(client);
            throw Broken.lost(address, Broken.of(e));
        }
    }

    void write(byte[] bytes) throws Unusable, LostException {
        try {
            for (var at = 0; at < bytes.length; at += MOST) {
                stream.write(bytes, at, Math.min(MOST, bytes.length - at));
            }
        } catch (IOException e) {
            throw trouble(address, e);
        } catch (RuntimeException e) {
            throw Broken.lost(address, Broken.of(e));
        }
    }

    /// Waits until the host has confirmed all of it.
    void end() throws Unusable, LostException {
        try {
            stream.flush();
        } catch (IOException e) {
            throw trouble(address, e);
        } catch (RuntimeException e) {
            throw Broken.lost(address, Broken.of(e));
        }
    }

    /// A line that broke is lost; whatever else the server says about SFTP makes SFTP unusable.
    private static Unusable trouble(String address, IOException e) throws LostException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransportException) {
                throw Broken.lost(address, e);
            }
        }
        return new Unusable();
    }

    private static void closeQuietly(@Nullable SFTPClient client) {
        try {
            if (client != null) {
                client.close();
            }
        } catch (IOException | RuntimeException e) {
            // closed it is
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException | RuntimeException e) {
            // put-end.sh looks at the bytes
        }
        closeQuietly(client);
    }
}

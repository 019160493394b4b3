package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.PRIVILEGE;

import dev.muster.base.Text;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.sftp.SFTPClient;

/// The SSH connections to one host: one, and more only where its server allows too few channels on one
/// (`MaxSessions`): then a step that is followed would keep everything else away from the host.
final class Lines implements AutoCloseable {

    private static final int MOST = 6;

    /// Makes another one like the first.
    interface More {
        SshLine dial() throws Stopped, InterruptedException;
    }

    private final String address;
    private final More more;
    private final List<SshLine> lines = new CopyOnWriteArrayList<>();
    private final ReentrantLock dialing = new ReentrantLock();

    Lines(String address, SshLine first, More more) {
        this.address = address;
        this.more = more;
        lines.add(first);
    }

    String address() {
        return address;
    }

    boolean areAlive() {
        return lines.getFirst().isAlive();
    }

    /// Starts a command on whichever line has a channel for it.
    Exchange exec(String words, String mark, String prompt, byte[] envelope, byte[] payload)
            throws LostException, Trouble.Found, InterruptedException {
        return start(words, (channel, command) -> new Exchange(channel, command, mark, prompt, envelope, payload));
    }

    /// The same, for a command that is spoken to in another way.
    <T> T start(String words, SshLine.Use<T> use) throws LostException, Trouble.Found, InterruptedException {
        var tried = 0;
        while (true) {
            while (tried < lines.size()) {
                var line = lines.get(tried);
                try {
                    return line.start(words, use);
                } catch (OpenFailException e) {
                    if (line.settle()) {
                        continue;
                    }
                    if (++tried == MOST) {
                        throw new Trouble.Found(Trouble.of(
                                PRIVILEGE, RemoteWords.NO_CHANNEL, Said.clean(String.valueOf(e.getMessage()))));
                    }
                } catch (SshLine.Refusal e) {
                    throw new Trouble.Found(Trouble.of(PRIVILEGE, RemoteWords.EXEC_DENIED));
                } catch (IOException e) {
                    throw Broken.lost(address, e);
                }
            }
            another(tried);
        }
    }

    /// SFTP on the first line; where that has no channel for it, there is another way to put a file.
    SFTPClient sftp() throws IOException {
        return lines.getFirst().client().newSFTPClient();
    }

    private void another(int had) throws LostException, Trouble.Found, InterruptedException {
        dialing.lockInterruptibly();
        try {
            if (lines.size() == had) {
                lines.add(more.dial());
            }
        } catch (Stopped e) {
            if (e.where() instanceof Opened.Refused refused) {
                throw new Trouble.Found(new Trouble(PRIVILEGE, refused.what(), refused.why(), refused.fix()));
            }
            throw new LostException(Text.of(RemoteWords.LOST, address, Text.of(RemoteWords.KEY_NO_LONGER_TRUSTED)));
        } finally {
            dialing.unlock();
        }
    }

    @Override
    public void close() {
        lines.forEach(SshLine::close);
    }
}

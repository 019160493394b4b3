package dev.muster.remote;

import java.nio.file.Path;
import java.util.Optional;

/// Puts files on a host. A file is checked by its SHA-256 there and appears whole, in one move, or not at all; one
/// that was cut off goes on where it stopped when it is put again; one that is there already isn't sent.
///
/// The bytes go by SFTP where the host's sshd has it, else through a script; the last move is root's.
public interface Transfers {

    /// How the bytes went.
    enum Way {
        SFTP,
        SHELL,
        /// the host has the file already
        NONE
    }

    /// Is told how much is there; on the calling thread.
    @FunctionalInterface
    interface Progress {
        Progress NOBODY = (there, of) -> {};

        /// @param there bytes that have arrived
        /// @param of    bytes of the whole file
        void told(long there, long of);
    }

    /// What came of it.
    ///
    /// @param from how many bytes were there already
    /// @param sent how many were sent now
    record Put(Way way, long from, long sent, String sha256) {}

    /// The transfers of a connection; empty for a kind that has none.
    static Optional<Transfers> over(Connection connection) {
        return connection instanceof SshConnection ssh ? Optional.of(new SshTransfers(ssh)) : Optional.empty();
    }

    /// @param file on the workstation; it must not change meanwhile
    /// @param to   absolute path on the host; its folder is there
    /// @param mode as chmod has it: `0755`
    /// @throws LostException when the line breaks: putting it again goes on from there
    /// @throws dev.muster.base.ProblemException when the host can't take it, or the file can't be read here
    Put put(Path file, String to, String mode, Progress progress) throws LostException, InterruptedException;
}

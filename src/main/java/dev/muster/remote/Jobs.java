package dev.muster.remote;

import dev.muster.base.Secret;
import dev.muster.script.Script;
import java.util.Map;

/// Scripts that run on the host as jobs of their own, in a private folder `/var/lib/muster/RUN/STEP`, and outlive the
/// connection, the login session and Muster itself.
///
/// Every verb throws [dev.muster.base.ProblemException] when the host itself can't do it: a disk that is full, a job
/// that won't die; its words are the host's.
public interface Jobs {

    /// Starts the job unless it was started before: the second call with the same id finds the first one's job.
    ///
    /// @param secrets by the names in [Script#secrets()]; each is handed over as a 0600 file in the job's folder
    JobState start(JobId id, Script script, Map<String, Secret> secrets) throws LostException;

    /// What has become of it.
    JobState look(JobId id) throws LostException;

    /// Reads the job's output from a byte offset on, as it comes, until the job has ended and all was read.
    ///
    /// @param sink gets the bytes in order, each once; called on the calling thread
    /// @return how it ended
    JobState follow(JobId id, long offset, Sink sink) throws LostException, InterruptedException;

    /// Ends the job's whole process group, gently then firmly, and waits until it is gone.
    JobState cancel(JobId id) throws LostException;

    /// Removes the job's folder. Only for a job that has ended and whose output is safely here.
    void clear(JobId id) throws LostException;

    /// Takes bytes of a job's output.
    @FunctionalInterface
    interface Sink {
        /// @param offset of the first byte, from the output's beginning
        void take(long offset, byte[] bytes);
    }
}

package dev.muster.remote;

/// What has become of a job on its host.
public sealed interface JobState {

    /// No folder of that name: it was never started, or cleared.
    record Absent() implements JobState {}

    /// @param printed bytes of output so far
    record Running(long printed) implements JobState {}

    /// @param exit its exit status; 0 to 255 on Linux, any number on Windows
    record Ended(int exit, long printed) implements JobState {}

    /// Its processes are gone and it left no exit status: killed from outside, or the host restarted.
    record Vanished(long printed) implements JobState {}
}

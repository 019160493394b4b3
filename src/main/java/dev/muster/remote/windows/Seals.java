package dev.muster.remote.windows;

/// What makes messages unreadable on the way where TLS doesn't ([MS-WSMV] 2.2.9.1), with the keys of the sign-in. One
/// message after another.
interface Seals {

    /// @param type of the content, for the header
    @SuppressWarnings("ArrayRecordComponent") // sent once, never compared
    record Sealed(String type, byte[] body) {}

    Sealed seal(byte[] soap) throws WinRmFailure;

    /// @throws WinRmFailure it isn't sealed, or not with these keys
    byte[] open(Sealed sealed) throws WinRmFailure;
}

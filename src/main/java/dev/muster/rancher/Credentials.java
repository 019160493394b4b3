package dev.muster.rancher;

/// Where the [Access] comes from.
public interface Credentials {

    /// The first time.
    Access get();

    /// What [#get] gave is refused: it has come to its end, or was taken back. Asked for once in a session.
    ///
    /// @throws dev.muster.base.ProblemException when nobody is there to be asked
    Access again();
}

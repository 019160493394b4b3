package dev.muster.probe.mesh;

/// How large a packet may be that gets through in one piece.
///
/// @param wanted  what the sender's network card sends, in bytes
/// @param largest what came back; 0: nothing of any size did, so nothing is known
/// @param told    whether somebody on the way said that a packet was too large, as routers should
public record PathMtu(int wanted, int largest, boolean told) {

    public boolean isKnown() {
        return largest > 0;
    }
}

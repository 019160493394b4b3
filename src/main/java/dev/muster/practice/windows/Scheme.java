package dev.muster.practice.windows;

/// A way of logging on.
public enum Scheme {
    /// NTLM, under both of its words
    NEGOTIATE("Negotiate"),
    BASIC("Basic realm=\"WSMAN\"");

    private final String offer;

    Scheme(String offer) {
        this.offer = offer;
    }

    String offer() {
        return offer;
    }
}

package dev.muster.practice.windows;

/// A way of logging on.
public enum Scheme {
    /// NTLM, under both of its words; Kerberos too, where the server has a key table
    NEGOTIATE("Negotiate"),
    KERBEROS("Kerberos"),
    BASIC("Basic realm=\"WSMAN\"");

    private final String offer;

    Scheme(String offer) {
        this.offer = offer;
    }

    String offer() {
        return offer;
    }
}

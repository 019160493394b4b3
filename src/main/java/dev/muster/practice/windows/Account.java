package dev.muster.practice.windows;

/// The one account that a server lets in.
public record Account(String user, String password) {

    @Override
    public String toString() {
        return user + " with a password";
    }
}

package dev.muster.setup;

import java.nio.file.Path;

/// Where a secret is to be had; never the secret itself.
public sealed interface SecretRef {

    /// The variable of Muster's own environment.
    record Env(String name) implements SecretRef {}

    /// A file that its owner alone can read (0600); one trailing line break isn't part of the secret.
    record InFile(Path path) implements SecretRef {}

    /// An entry of the operating system's key chain: macOS' Keychain, Windows' Credential Manager, the Secret
    /// Service of a Linux desktop.
    ///
    /// @param name of the entry, as whoever saved it called it
    record KeyChain(String name) implements SecretRef {}

    /// Asked for at the terminal or in the window, once a run, and again on resume.
    record Prompt() implements SecretRef {}
}

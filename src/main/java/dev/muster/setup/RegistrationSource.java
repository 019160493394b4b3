package dev.muster.setup;

/// How the setup gives what Rancher's registration command says.
public sealed interface RegistrationSource {

    /// The whole command, as pasted, is the secret: it has the token in it.
    record Command(SecretRef command) implements RegistrationSource {}

    /// @param caChecksum 64 hexadecimal digits; empty when Rancher has a public certificate
    record Parts(SecretRef token, String caChecksum, String image) implements RegistrationSource {}
}

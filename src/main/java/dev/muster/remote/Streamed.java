package dev.muster.remote;

import java.net.Socket;

/// What came of asking for a TCP stream to a host: straight from this workstation, or through its bastions.
public sealed interface Streamed {

    /// @param stream connected; whoever asked closes it. Through a bastion it knows no time limit of its own
    ///     (`setSoTimeout` has no effect): closing it ends a read that waits
    /// @param address the IP address that answered; through a bastion the address as the setup has it
    record Open(Socket stream, String address) implements Streamed {}

    /// @param why a bastion's untrusted key or refusal ([Opened.Barred]), or [Opened.Refused] at name or port
    record Barred(Opened why) implements Streamed {}
}

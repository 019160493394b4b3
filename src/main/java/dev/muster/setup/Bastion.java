package dev.muster.setup;

import org.jspecify.annotations.Nullable;

/// An SSH server that hosts are reached through. It looks their addresses up; the workstation doesn't.
///
/// @param name    as in `bastions:`
/// @param address name, IPv4 or IPv6 (without brackets), as the hop before it knows it
/// @param port    1 to 65535; 22 unless told
/// @param via     the bastion before this one; null: it is reached from the workstation
public record Bastion(
        String name,
        String address,
        int port,
        Login login,
        @Nullable Bastion via) {}

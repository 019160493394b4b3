package dev.muster.probe;

import dev.muster.base.Reading;
import java.util.List;

/// What came of one question over HTTPS that a host asked, on its own way out.
///
/// @param url       `https://rancher.example.org`
/// @param addresses what the host makes of the name; empty: it can't be resolved
/// @param outcome   unknown: the host has nothing to ask with
public record Visit(String url, Reading<List<String>> addresses, Reading<Outcome> outcome) {

    /// Whether somebody answered.
    public sealed interface Outcome {}

    /// @param status    200, 401, …
    /// @param chain     the certificates that were shown, the server's first; unknown where the host has no tool
    ///     that shows them
    /// @param trusted   whether the host's own authorities vouch for it
    /// @param clock     the host's clock against the server's
    /// @param authority what Rancher names as its CA: SHA-256 as the registration command has it, empty when it
    ///     names none; unknown: that isn't Rancher's answer
    public record Answered(
            int status, Reading<Chain> chain, Reading<Boolean> trusted, Reading<Clock> clock, Reading<String> authority)
            implements Outcome {}

    /// @param why nobody did, as the tool said it
    public record Silent(String why) implements Outcome {}
}

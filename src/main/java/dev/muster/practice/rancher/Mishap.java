package dev.muster.practice.rancher;

import java.util.Map;

/// What may go wrong with one request.
public sealed interface Mishap {

    /// Refused, in Norman's form.
    ///
    /// @param field empty: none is named
    record Refused(int status, String code, String field, String message) implements Mishap {}

    /// Busy: 429 or 503.
    ///
    /// @param seconds of `Retry-After`; less than 0: the header isn't there
    record Busy(int status, int seconds) implements Mishap {}

    /// A proxy in between answers with a page of its own.
    record Page(int status) implements Mishap {}

    /// The line breaks in the middle of the answer; what was asked was done.
    record Cut() implements Mishap {}

    /// A redirect to somewhere else.
    record Elsewhere(String location) implements Mishap {}

    /// As an answer; empty for what happens after the request was carried out.
    default Reply reply() throws Refusal {
        return switch (this) {
            case Refused(var status, var code, var field, var message) ->
                throw new Refusal(status, code, field, message);
            case Busy(var status, var seconds) ->
                new Reply.Plain(
                        status,
                        "text/plain",
                        "busy",
                        seconds < 0 ? Map.of() : Map.of("Retry-After", String.valueOf(seconds)));
            case Page(var status) ->
                new Reply.Plain(status, "text/html", "<html><body>Sign in to the network</body></html>", Map.of());
            case Elsewhere(var location) ->
                new Reply.Plain(302, "text/html", "<a href=\"there\">Found</a>", Map.of("Location", location));
            case Cut() -> new Reply.Cut();
        };
    }
}

package dev.muster.remote.windows;

import dev.muster.remote.windows.WinRmFailure.Kind;
import io.cloudsoft.winrm4j.client.PayloadEncryptionMode;
import io.cloudsoft.winrm4j.client.ntlm.NTCredentialsWithEncryption;
import io.cloudsoft.winrm4j.client.ntlm.NtlmMasqAsSpnegoScheme;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.http.HttpHeaders;
import org.apache.http.auth.AuthenticationException;
import org.apache.http.auth.MalformedChallengeException;
import org.apache.http.message.BasicHeader;
import org.apache.http.message.BasicHttpRequest;
import org.jspecify.annotations.Nullable;

/// Signs one connection in by bare requests, before any command is sent on it. A password is shown once: what comes
/// back is the answer.
///
/// Decided: we sign in, not the library. Because its own logon shows a wrong password twice, and may then wait for
/// two minutes; costs these messages, whose contents are still the library's.
final class SignOn {

    private static final String SOAP = "application/soap+xml;charset=UTF-8";
    private static final byte[] NOTHING = {};
    private static final int MOST_ROUNDS = 3;

    private final Http http;
    private final Duration limit;

    SignOn(Http http, Duration limit) {
        this.http = http;
        this.limit = limit;
    }

    /// What a connection has after signing in.
    ///
    /// @param authorization goes with every request; null: none does
    /// @param seals         seal every request; null: TLS does it
    record Signed(@Nullable String authorization, @Nullable Seals seals) {}

    /// @param host  as the directory knows it
    /// @param seal  whether the messages are to be sealed, because TLS doesn't do it
    Signed in(Credentials credentials, String host, boolean seal) throws WinRmFailure {
        var first = http.post(SOAP, NOTHING, null, limit);
        if (first.status() != 401) {
            throw unasked(first);
        }
        return switch (credentials) {
            case Credentials.Ntlm ntlm -> ntlm(ntlm, seal, first.challenges());
            case Credentials.Basic basic -> basic(basic, seal, first.challenges());
            case Credentials.Kerberos kerberos -> kerberos(kerberos, host, seal, first.challenges());
        };
    }

    private static WinRmFailure unasked(Http.Answer answer) {
        return switch (answer.status()) {
            case 503 -> new WinRmFailure(Kind.UNAVAILABLE, "503");
            case 403 -> new WinRmFailure(Kind.FORBIDDEN, "403");
            default -> new WinRmFailure(Kind.NOT_WINRM, "HTTP " + answer.status());
        };
    }

    private Signed ntlm(Credentials.Ntlm ntlm, boolean seal, List<String> offered) throws WinRmFailure {
        var name = offers(offered, "Negotiate") ? "Negotiate" : "NTLM";
        if (!offers(offered, name)) {
            throw notOffered(offered);
        }
        var scheme = new NtlmMasqAsSpnegoScheme(seal ? PayloadEncryptionMode.REQUIRED : PayloadEncryptionMode.OFF);
        var account = new NTCredentialsWithEncryption(
                ntlm.user(), ntlm.password().revealString(), null, ntlm.domain().isEmpty() ? null : ntlm.domain());
        try {
            var hello = message(scheme, account, "", name);
            var challenge = http.post(SOAP, NOTHING, hello, limit);
            var token = token(challenge, name);
            if (challenge.status() != 401 || token.isEmpty()) {
                throw challenge.status() == 401 ? notOffered(offered) : unasked(challenge);
            }
            if (!http.isOpen()) {
                throw new WinRmFailure(Kind.GARBLED, "the connection ended in the middle of NTLM");
            }
            var proof = message(scheme, account, token.get(), name);
            accepted(http.post(SOAP, NOTHING, proof, limit));
            return new Signed(null, seal ? new NtlmSeals(account) : null);
        } catch (AuthenticationException | MalformedChallengeException e) {
            throw new WinRmFailure(Kind.GARBLED, String.valueOf(e.getMessage()));
        }
    }

    /// @param token what the host said; empty: nothing yet
    private static String message(
            NtlmMasqAsSpnegoScheme scheme, NTCredentialsWithEncryption account, String token, String name)
            throws MalformedChallengeException, AuthenticationException {
        var spoken = scheme.getSchemeName();
        scheme.processChallenge(
                new BasicHeader(HttpHeaders.WWW_AUTHENTICATE, token.isEmpty() ? spoken : spoken + " " + token));
        var said = scheme.authenticate(account, new BasicHttpRequest("POST", "/wsman"))
                .getValue();
        return name + said.substring(said.indexOf(' '));
    }

    private Signed basic(Credentials.Basic basic, boolean seal, List<String> offered) throws WinRmFailure {
        if (seal || !offers(offered, "Basic")) {
            throw notOffered(offered);
        }
        var authorization = "Basic " + encoded(basic);
        accepted(http.post(SOAP, NOTHING, authorization, limit));
        return new Signed(authorization, null);
    }

    private static String encoded(Credentials.Basic basic) {
        var password = basic.password().reveal();
        var user = (basic.user() + ":").getBytes(StandardCharsets.UTF_8);
        var room = ByteBuffer.allocate(user.length + 3 * password.length);
        room.put(user);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(password), room, true);
        try {
            return Base64.getEncoder().encodeToString(Arrays.copyOf(room.array(), room.position()));
        } finally {
            Arrays.fill(password, '\0');
            Arrays.fill(room.array(), (byte) 0);
        }
    }

    /// @param seal asks for Negotiate: the seals are written down for that scheme
    private Signed kerberos(Credentials.Kerberos kerberos, String host, boolean seal, List<String> offered)
            throws WinRmFailure {
        var negotiate = offers(offered, "Negotiate");
        if (!negotiate && (seal || !offers(offered, "Kerberos"))) {
            throw notOffered(offered);
        }
        var name = negotiate ? "Negotiate" : "Kerberos";
        try (var ticket = Ticket.of(kerberos, host, negotiate)) {
            var token = ticket.next(NOTHING);
            for (var round = 0; round < MOST_ROUNDS; round++) {
                var answer = http.post(
                        SOAP, NOTHING, name + " " + Base64.getEncoder().encodeToString(token), limit);
                var said = said(answer, name);
                if (answer.status() == 401 && said.length == 0) {
                    throw new WinRmFailure(Kind.TICKET_REFUSED, host);
                } else if (answer.status() != 401) {
                    accepted(answer);
                }
                token = ticket.next(said);
                if (ticket.isDone() && answer.status() != 401) {
                    return new Signed(null, seal ? ticket.seals() : null);
                }
            }
            throw new WinRmFailure(Kind.GARBLED, "Kerberos came to no end");
        }
    }

    private static byte[] said(Http.Answer answer, String scheme) throws WinRmFailure {
        try {
            return Base64.getDecoder().decode(token(answer, scheme).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new WinRmFailure(Kind.GARBLED, "an answer to " + scheme + " that isn't base64");
        }
    }

    /// What stands after the scheme's name.
    private static Optional<String> token(Http.Answer answer, String scheme) {
        return answer.challenges().stream()
                .filter(line -> line.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1))
                .findFirst()
                .map(line -> line.substring(scheme.length() + 1).strip());
    }

    private static void accepted(Http.Answer answer) throws WinRmFailure {
        switch (answer.status()) {
            case 401 -> throw new WinRmFailure(Kind.REFUSED, String.join(", ", answer.challenges()));
            case 403 -> throw new WinRmFailure(Kind.FORBIDDEN, "403");
            case 503 -> throw new WinRmFailure(Kind.UNAVAILABLE, "503");
            default -> {
                var fault = Fault.in(answer.body());
                if (fault.isPresent() && fault.get().code() == 5) {
                    throw fault.get().failure();
                }
            }
        }
    }

    private static boolean offers(List<String> offered, String scheme) {
        return offered.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .anyMatch(word -> word.equals(scheme.toLowerCase(Locale.ROOT))
                        || word.startsWith(scheme.toLowerCase(Locale.ROOT) + " "));
    }

    private static WinRmFailure notOffered(List<String> offered) {
        return new WinRmFailure(Kind.SCHEME_NOT_OFFERED, String.join(", ", offered));
    }
}

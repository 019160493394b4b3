package dev.muster.practice.windows;

import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who is on one connection. NTLM and Kerberos belong to the connection: once in, its requests need no header. Basic
/// comes with every request.
final class Logon {

    /// how base64 of an NTLM message begins
    private static final String NTLM = "TlRMTVNTUA";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final WsmanSettings settings;
    private final Heard heard;
    private @Nullable NtlmMessage negotiate;
    private @Nullable NtlmMessage challenge;
    private @Nullable TicketDoor tickets;
    private @Nullable Sealing sealing;
    private boolean in;

    Logon(WsmanSettings settings, Heard heard) {
        this.settings = settings;
        this.heard = heard;
    }

    /// What the header of a request comes to.
    sealed interface Verdict {
        /// @param proof line of `WWW-Authenticate` by which the server shows who it is; empty: none
        record In(Optional<Sealing> sealing, String proof) implements Verdict {}

        /// @param offers lines of `WWW-Authenticate`
        record Asked(List<String> offers, boolean close) implements Verdict {}
    }

    /// @param authorization the header; empty without one
    Verdict hear(String authorization) {
        var words = authorization.strip().split(" +", 2);
        if (words.length < 2) {
            return in ? new Verdict.In(Optional.ofNullable(sealing), "") : asked(false);
        }
        return switch (words[0]) {
            case "Basic" -> basic(authorization, words[1]);
            case "Negotiate", "NTLM" ->
                words[1].startsWith(NTLM)
                        ? ntlm(authorization, words[0], words[1])
                        : ticket(Scheme.NEGOTIATE, authorization, words);
            case "Kerberos" -> ticket(Scheme.KERBEROS, authorization, words);
            default -> asked(false);
        };
    }

    /// What it would take to get in.
    Verdict.Asked asked(boolean close) {
        end();
        var offers = settings.schemes().stream()
                .filter(this::isUsable)
                .sorted()
                .map(Scheme::offer)
                .toList();
        return new Verdict.Asked(offers, close);
    }

    void end() {
        in = false;
        sealing = null;
        negotiate = null;
        challenge = null;
        tickets = null;
    }

    private boolean isUsable(Scheme scheme) {
        return settings.schemes().contains(scheme) && (scheme != Scheme.BASIC || settings.tls() || settings.open());
    }

    private Verdict basic(String header, String encoded) {
        if (!isUsable(Scheme.BASIC)) {
            heard.credential(header, false);
            return asked(false);
        }
        var wanted = settings.account().user() + ":" + settings.account().password();
        var right = Digests.equal(
                Base64.getEncoder().encode(wanted.getBytes(StandardCharsets.UTF_8)),
                encoded.strip().getBytes(StandardCharsets.US_ASCII));
        heard.credential(header, right);
        return right ? new Verdict.In(Optional.empty(), "") : asked(true);
    }

    private Verdict ntlm(String header, String word, String encoded) {
        try {
            var message = new NtlmMessage(Base64.getDecoder().decode(encoded.strip()));
            return switch (isUsable(Scheme.NEGOTIATE) ? message.type() : 0) {
                case NtlmMessage.NEGOTIATE -> challenge(word, message);
                case NtlmMessage.AUTHENTICATE -> prove(header, message);
                default -> asked(false);
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException e) {
            return asked(false);
        }
    }

    private Verdict ticket(Scheme scheme, String header, String[] words) {
        var keys = settings.keys();
        if (keys == null || !isUsable(scheme)) {
            heard.credential(header, false);
            return asked(false);
        }
        var door = tickets == null ? TicketDoor.with(keys) : Optional.of(tickets);
        var answer = door.flatMap(it -> it.hear(bytes(words[1])));
        if (door.isEmpty() || answer.isEmpty()) {
            heard.credential(header, false);
            return asked(true);
        }
        var line = answer.get().isEmpty() ? "" : words[0] + " " + answer.get();
        if (!door.get().isOpen()) {
            tickets = door.get();
            return new Verdict.Asked(List.of(line), false);
        }
        heard.credential(header, true);
        end();
        in = true;
        sealing = door.get().sealing();
        return new Verdict.In(Optional.ofNullable(sealing), line);
    }

    private static byte[] bytes(String encoded) {
        try {
            return Base64.getDecoder().decode(encoded.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private Verdict challenge(String word, NtlmMessage message) {
        end();
        var random = new byte[8];
        RANDOM.nextBytes(random);
        var flags = NtlmFlags.answerTo(message.offeredFlags());
        var second = NtlmMessage.challenge(settings.machine().computer(), flags, random, Instant.now());
        negotiate = message;
        challenge = second;
        return new Verdict.Asked(List.of(word + " " + Base64.getEncoder().encodeToString(second.bytes())), false);
    }

    private Verdict prove(String header, NtlmMessage third) {
        var first = negotiate;
        var second = challenge;
        if (first == null || second == null) {
            return asked(false);
        }
        var account = settings.account();
        var key = third.user().equalsIgnoreCase(account.user())
                ? NtlmProof.key(first, second, third, account.password())
                : Optional.<byte[]>empty();
        heard.credential(header, key.isPresent());
        if (key.isEmpty()) {
            return asked(false);
        }
        in = true;
        sealing = NtlmFlags.has(third.answeredFlags(), NtlmFlags.SEAL)
                ? new NtlmSealing(key.get(), third.answeredFlags())
                : null;
        return new Verdict.In(Optional.ofNullable(sealing), "");
    }
}

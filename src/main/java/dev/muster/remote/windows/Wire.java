package dev.muster.remote.windows;

import dev.muster.remote.windows.WinRmFailure.Kind;
import java.time.Duration;

/// One connection to WinRM that is signed in: takes a SOAP message, gives the answer. For one thread at a time;
/// closing it from another ends whatever waits.
final class Wire implements AutoCloseable {

    private static final String SOAP = "application/soap+xml;charset=UTF-8";

    private final Http http;
    private final SignOn.Signed signed;

    private Wire(Http http, SignOn.Signed signed) {
        this.http = http;
        this.signed = signed;
    }

    /// Signs in on a connection that has passed the certificate.
    static Wire on(WinRmDoor door, Credentials credentials) throws WinRmFailure {
        var done = false;
        try {
            var signed = new SignOn(door.http(), door.limit())
                    .in(credentials, door.endpoint().host(), !door.endpoint().https());
            if (!door.http().isOpen()) {
                throw new WinRmFailure(Kind.GARBLED, "the connection ended after signing in");
            }
            done = true;
            return new Wire(door.http(), signed);
        } finally {
            if (!done) {
                door.close();
            }
        }
    }

    boolean isOpen() {
        return http.isOpen();
    }

    /// What came back, a fault included.
    byte[] post(byte[] soap, Duration limit) throws WinRmFailure {
        var seals = signed.seals();
        Http.Answer answer;
        if (seals == null) {
            answer = http.post(SOAP, soap, signed.authorization(), limit);
        } else {
            var sealed = seals.seal(soap);
            answer = http.post(sealed.type(), sealed.body(), null, limit);
        }
        return switch (answer.status()) {
            case 200, 500 -> seals == null ? answer.body() : opened(answer, seals);
            case 400 -> {
                var body = seals == null ? answer.body() : new byte[0];
                if (Fault.in(body).isPresent()) {
                    yield body;
                }
                throw new WinRmFailure(Kind.BAD_REQUEST, "400");
            }
            case 401 -> throw new WinRmFailure(Kind.REFUSED, String.join(", ", answer.challenges()));
            case 403 -> throw new WinRmFailure(Kind.FORBIDDEN, "403");
            case 503 -> throw new WinRmFailure(Kind.UNAVAILABLE, "503");
            default -> throw new WinRmFailure(Kind.NOT_WINRM, "HTTP " + answer.status());
        };
    }

    private static byte[] opened(Http.Answer answer, Seals seals) throws WinRmFailure {
        if (!answer.type().startsWith("multipart/encrypted")) {
            throw new WinRmFailure(Kind.GARBLED, "an answer without a seal");
        }
        return seals.open(new Seals.Sealed(answer.type(), answer.body()));
    }

    @Override
    public void close() {
        http.close();
    }
}

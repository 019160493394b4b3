package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.SIGN_IN;
import static dev.muster.remote.Opened.Stage.TCP;

import dev.muster.base.Secret;
import dev.muster.base.Text;
import dev.muster.remote.Opened.Ready;
import dev.muster.remote.Opened.Refused;
import dev.muster.remote.windows.Credentials;
import dev.muster.remote.windows.Endpoint;
import dev.muster.remote.windows.WinRm;
import dev.muster.remote.windows.WinRmDoor;
import dev.muster.remote.windows.WinRmFailure;
import dev.muster.remote.windows.WinRmFailure.Kind;
import dev.muster.remote.windows.WinRmSession;
import dev.muster.setup.Host;
import dev.muster.setup.Login;
import dev.muster.setup.SecretSource;
import dev.muster.setup.Way;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Climbs to one Windows host over WinRM: port, certificate, sign-in, an elevated administrator's rights. No secret
/// is asked for before the certificate is the trusted one.
final class WinRmClimb {

    private static final Duration HANDSHAKE = Duration.ofSeconds(45);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final Dialer dialer;
    private final Trust trust;
    private final SecretSource secrets;
    private final Attempts attempts;
    private final Deadline deadline;
    private final SecureRandom random;
    private final WinRm library;

    WinRmClimb(
            Dialer dialer,
            Trust trust,
            SecretSource secrets,
            Attempts attempts,
            Deadline deadline,
            SecureRandom random,
            WinRm library) {
        this.dialer = dialer;
        this.trust = trust;
        this.secrets = secrets;
        this.attempts = attempts;
        this.deadline = deadline;
        this.random = random;
        this.library = library;
    }

    /// @return [Ready] with a [WindowsConnection], or where it ended
    Opened open(Host host, Way.WinRm way) throws InterruptedException {
        try {
            return climb(host, way);
        } catch (Stopped e) {
            return e.where();
        }
    }

    private Opened climb(Host host, Way.WinRm way) throws Stopped, InterruptedException {
        var endpoint = new Endpoint(host.address(), host.port(), way.https());
        var shown = new CertificateWatch(trust, Target.of(host).way(), host.address(), host.port());
        var stream = stream(host);
        var address = stream.address();
        WinRmDoor door;
        try {
            door = door(stream.stream(), endpoint, shown);
        } catch (WinRmFailure e) {
            throw new Stopped(shown.stopped(address)
                    .orElseGet(() -> WinRmTrouble.of(e, endpoint, user(host)).at(address)));
        }
        try {
            var session = signedInOrClosed(host, way, endpoint, door);
            var line = new WinRmLine(address, user(host), session.session(), session.more(), random);
            return greeted(way, line, address, shown);
        } catch (Trouble.Found e) {
            throw new Stopped(e.trouble().at(address));
        }
    }

    private record SignedIn(WinRmSession session, WinRmLine.More more) {}

    private SignedIn signedInOrClosed(Host host, Way.WinRm way, Endpoint endpoint, WinRmDoor door)
            throws Trouble.Found, InterruptedException {
        var done = false;
        try {
            var signed = signIn(host, way, endpoint, door);
            done = true;
            return signed;
        } finally {
            if (!done) {
                door.close();
            }
        }
    }

    private SignedIn signIn(Host host, Way.WinRm way, Endpoint endpoint, WinRmDoor door)
            throws Trouble.Found, InterruptedException {
        var login = host.login();
        var password = password(login);
        var credentials = credentials(way, login, password);
        WinRmDoor.Again again = () -> againAt(host, endpoint);
        var proof = password == null ? keyTable(login) : password;
        if (proof == null) {
            return signedIn(door, credentials, again, host, endpoint);
        }
        var inDomain = credentials instanceof Credentials.Kerberos;
        try (var turn = attempts.turn(Attempts.Use.SIGN_IN, login, proof, judge(host, way))) {
            switch (turn.answer()) {
                case REFUSED_HERE ->
                    throw found(
                            inDomain ? RemoteWords.KERBEROS_REFUSED_BEFORE : RemoteWords.PASSWORD_REFUSED_BEFORE,
                            login.user());
                case REFUSED_ELSEWHERE ->
                    throw found(RemoteWords.PASSWORD_REFUSED_ELSEWHERE, login.user(), turn.refusals());
                case TRY -> {}
            }
            try {
                var signed = signedIn(door, credentials, again, host, endpoint);
                turn.accepted();
                return signed;
            } catch (Trouble.Found e) {
                if (e.trouble().what().key() == RemoteWords.WINRM_REFUSED || WinRmTrouble.isOfDomain(e.trouble())) {
                    turn.refused();
                }
                throw e;
            }
        }
    }

    private SignedIn signedIn(
            WinRmDoor door, Credentials credentials, WinRmDoor.Again again, Host host, Endpoint endpoint)
            throws Trouble.Found {
        try (var time = deadline.in(HANDSHAKE, door::close)) {
            try {
                return new SignedIn(
                        door.signIn(library, credentials, again),
                        () -> again.door().signIn(library, credentials, again));
            } catch (WinRmFailure e) {
                var failure = time.isOver() ? new WinRmFailure(Kind.SILENT, "") : e;
                throw new Trouble.Found(WinRmTrouble.of(failure, endpoint, user(host)));
            }
        }
    }

    /// One script tells who we are there.
    private static Opened greeted(Way.WinRm way, WinRmLine line, String address, CertificateWatch shown)
            throws InterruptedException {
        return LastRung.climb(
                address,
                () -> {
                    WindowsHello.ask(line);
                    return new Ready(new WindowsConnection(line), address, shown.offered(), how(way));
                },
                line::close);
    }

    private static Text how(Way.WinRm way) {
        var by = switch (way.auth()) {
            case NTLM -> RemoteWords.BY_NTLM;
            case KERBEROS -> RemoteWords.BY_KERBEROS;
            case BASIC -> RemoteWords.BY_BASIC;
            case CERTIFICATE -> throw new IllegalStateException("refused before");
        };
        return Text.of(RemoteWords.HOW, Text.of(by), Text.of(way.https() ? RemoteWords.AS_ADMINISTRATOR : sealed(way)));
    }

    private static RemoteWords sealed(Way.WinRm way) {
        return way.auth() == Way.Auth.KERBEROS
                ? RemoteWords.AS_ADMINISTRATOR_VOUCHED
                : RemoteWords.AS_ADMINISTRATOR_SEALED;
    }

    private Streamed.Open stream(Host host) throws Stopped, InterruptedException {
        return switch (dialer.stream(Target.of(host))) {
            case Streamed.Open open -> open;
            case Streamed.Barred(Refused(var at, var address, var what, var _, var _))
            when at == TCP && what.key() == RemoteWords.PORT_REFUSED ->
                throw new Stopped(Trouble.of(TCP, RemoteWords.WINRM_NOT_LISTENING, host.port())
                        .at(address));
            case Streamed.Barred(var why) -> throw new Stopped(why);
        };
    }

    private WinRmDoor door(Socket stream, Endpoint endpoint, CertificateWatch shown) throws WinRmFailure {
        try (var time = deadline.in(HANDSHAKE, () -> Approach.closeQuietly(stream))) {
            try {
                return WinRmDoor.open(stream, endpoint, shown, ANSWER);
            } catch (WinRmFailure e) {
                throw time.isOver() ? new WinRmFailure(Kind.SILENT, "") : e;
            }
        }
    }

    private WinRmDoor againAt(Host host, Endpoint endpoint) throws WinRmFailure {
        try {
            return door(
                    stream(host).stream(),
                    endpoint,
                    new CertificateWatch(trust, Target.of(host).way(), host.address(), host.port()));
        } catch (Stopped e) {
            throw new WinRmFailure(Kind.BROKEN, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WinRmFailure(Kind.BROKEN, "");
        }
    }

    private @Nullable Secret password(Login login) {
        var ref = login.password();
        return ref == null ? null : secrets.get(ref, "logins." + login.name() + ".password");
    }

    private static Credentials credentials(Way.WinRm way, Login login, @Nullable Secret password) throws Trouble.Found {
        var domain = domain(login);
        var user = login.user().substring(login.user().indexOf('\\') + 1);
        return switch (way.auth()) {
            case NTLM -> new Credentials.Ntlm(domain, user, needed(login, password));
            case BASIC -> new Credentials.Basic(user, needed(login, password));
            case KERBEROS ->
                new Credentials.Kerberos(domain.toUpperCase(Locale.ROOT), user(user), password, login.keytab());
            case CERTIFICATE -> throw found(RemoteWords.CERTIFICATE_LOGON, login.user());
        };
    }

    /// Realms have capitals, and what Windows calls a user's principal name often hasn't.
    private static String user(String name) {
        var at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at) + name.substring(at).toUpperCase(Locale.ROOT);
    }

    /// Who refuses a wrong password, by which it is remembered: the host, or the domain for all its hosts.
    static String judge(Host host, Way.WinRm way) {
        return way.auth() == Way.Auth.KERBEROS
                ? "kerberos " + domain(host.login())
                : Target.of(host).place();
    }

    /// A key that isn't right is counted as a wrong password is.
    private static @Nullable Secret keyTable(Login login) {
        var keytab = login.keytab();
        return keytab == null ? null : Secret.of(keytab.toString());
    }

    /// Admins write `CORP\ops` as one word; the library doesn't take it apart.
    private static String domain(Login login) {
        var slash = login.user().indexOf('\\');
        return slash > 0 ? login.user().substring(0, slash) : login.domain();
    }

    private static Secret needed(Login login, @Nullable Secret password) throws Trouble.Found {
        if (password == null) {
            throw found(RemoteWords.WINRM_NO_PASSWORD, login.user());
        }
        return password;
    }

    private static String user(Host host) {
        var login = host.login();
        return login.domain().isEmpty() ? login.user() : login.domain() + "\\" + login.user();
    }

    private static Trouble.Found found(RemoteWords words, Object... arguments) {
        return new Trouble.Found(Trouble.of(SIGN_IN, words, arguments));
    }
}

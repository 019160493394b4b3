package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.HOST_KEY;
import static dev.muster.remote.Opened.Stage.PRIVILEGE;
import static dev.muster.remote.Opened.Stage.SIGN_IN;

import dev.muster.base.Key;
import dev.muster.base.Text;
import dev.muster.remote.windows.Endpoint;
import dev.muster.remote.windows.WinRmFailure;
import java.util.Set;

/// Says what WinRM's refusals mean: the rung they belong to, why, and what would do.
final class WinRmTrouble {

    private static final Set<Key> DOMAIN = Set.of(
            RemoteWords.KERBEROS_REFUSED,
            RemoteWords.KERBEROS_USER,
            RemoteWords.KERBEROS_LOCKED,
            RemoteWords.KERBEROS_EXPIRED);

    private WinRmTrouble() {}

    static Trouble of(WinRmFailure failure, Endpoint endpoint, String user) {
        var port = endpoint.port();
        var said = Said.clean(failure.said());
        return switch (failure.kind()) {
            case NOT_TLS -> Trouble.of(HOST_KEY, RemoteWords.NOT_TLS, port);
            case TLS_TOO_OLD -> Trouble.of(HOST_KEY, RemoteWords.TLS_TOO_OLD, port, said);
            case TLS -> Trouble.of(HOST_KEY, RemoteWords.TLS_FAILED, port, said);
            case CERTIFICATE -> Trouble.of(HOST_KEY, RemoteWords.CERTIFICATE_OTHER, port);
            case NOT_WINRM -> Trouble.of(SIGN_IN, RemoteWords.NOT_WINRM, port, said);
            case UNAVAILABLE -> Trouble.of(SIGN_IN, RemoteWords.WINRM_BUSY, port);
            case SCHEME_NOT_OFFERED -> Trouble.of(SIGN_IN, RemoteWords.SCHEME_MISSING, said.isEmpty() ? "–" : said);
            case REFUSED -> Trouble.of(SIGN_IN, RemoteWords.WINRM_REFUSED, user);
            case FORBIDDEN -> Trouble.of(SIGN_IN, RemoteWords.WINRM_FORBIDDEN, user);
            case BAD_REQUEST -> Trouble.of(SIGN_IN, RemoteWords.WINRM_BAD_REQUEST, port);
            case FAULT -> fault(failure.code(), said, user);
            case SILENT -> Trouble.of(SIGN_IN, RemoteWords.WINRM_SILENT, port);
            case BROKEN -> Trouble.of(SIGN_IN, RemoteWords.WINRM_CUT, port, said);
            case GARBLED -> Trouble.of(SIGN_IN, RemoteWords.WINRM_GARBLED, port, said);
            case KERBEROS -> Trouble.of(SIGN_IN, kerberos(said), said, user);
            case NO_TICKET -> Trouble.of(SIGN_IN, RemoteWords.KERBEROS_NO_TICKET, said);
            case NO_KEY -> Trouble.of(SIGN_IN, RemoteWords.KERBEROS_NO_KEY, said, user);
            case TICKET_REFUSED -> Trouble.of(SIGN_IN, RemoteWords.KERBEROS_TICKET_REFUSED, user, said);
        };
    }

    /// Why a line that was open broke, as a part of a sentence.
    static Text reason(WinRmFailure failure, String user) {
        return switch (failure.kind()) {
            case SILENT -> Text.of(RemoteWords.WINRM_NO_SIGN);
            case BROKEN -> Text.of(RemoteWords.BROKE, Said.clean(failure.said()));
            case NOT_TLS,
                    TLS_TOO_OLD,
                    TLS,
                    CERTIFICATE,
                    NOT_WINRM,
                    UNAVAILABLE,
                    SCHEME_NOT_OFFERED,
                    REFUSED,
                    FORBIDDEN,
                    BAD_REQUEST,
                    FAULT,
                    GARBLED,
                    KERBEROS,
                    NO_TICKET,
                    NO_KEY,
                    TICKET_REFUSED ->
                of(failure, new Endpoint("", 0, true), user).what();
        };
    }

    /// By the number; the words are the host's, in its language.
    private static Trouble fault(long code, String said, String user) {
        return switch (Long.toString(code)) {
            case "5" -> Trouble.of(PRIVILEGE, RemoteWords.FAULT_DENIED, user);
            case "2150858843" -> Trouble.of(PRIVILEGE, RemoteWords.FAULT_NO_SHELL);
            case "2150858790", "2150858824" -> Trouble.of(PRIVILEGE, RemoteWords.FAULT_TOO_LARGE);
            case "2150858815", "2150859175", "2150859176" -> Trouble.of(PRIVILEGE, RemoteWords.FAULT_QUOTA, said);
            case "2150859173" -> Trouble.of(PRIVILEGE, RemoteWords.FAULT_SHELLS);
            case "2150859174" -> Trouble.of(PRIVILEGE, RemoteWords.FAULT_OPERATIONS);
            case "2150859179" -> Trouble.of(PRIVILEGE, RemoteWords.FAULT_USERS);
            case "2150859180" -> Trouble.of(PRIVILEGE, RemoteWords.FAULT_SHELLS_OFF);
            case "2150859229" -> Trouble.of(PRIVILEGE, RemoteWords.FAULT_LOCAL_ONLY);
            default -> Trouble.of(PRIVILEGE, RemoteWords.FAULT_OTHER, Long.toString(code), said);
        };
    }

    /// Whether the account is refused by its domain, not by one host.
    static boolean isOfDomain(Trouble trouble) {
        return DOMAIN.contains(trouble.what().key());
    }

    private static RemoteWords kerberos(String said) {
        if (said.contains("(24)") || said.contains("Checksum failed")) {
            return RemoteWords.KERBEROS_REFUSED;
        }
        if (said.contains("(6)")) {
            return RemoteWords.KERBEROS_USER;
        }
        if (said.contains("(18)")) {
            return RemoteWords.KERBEROS_LOCKED;
        }
        if (said.contains("(23)")) {
            return RemoteWords.KERBEROS_EXPIRED;
        }
        if (said.contains("(37)") || said.contains("Clock skew")) {
            return RemoteWords.KERBEROS_CLOCK;
        }
        if (said.contains("(41)")) {
            return RemoteWords.KERBEROS_REALM;
        }
        if (said.contains("(7)")) {
            return RemoteWords.KERBEROS_NAME;
        }
        if (said.contains("Cannot locate") || said.contains("Cannot find KDC") || said.contains("krb5")) {
            return RemoteWords.KERBEROS_SERVER;
        }
        return RemoteWords.KERBEROS_FAILED;
    }
}

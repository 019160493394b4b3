package dev.muster.remote.windows;

/// WinRM said no, or nothing. What went wrong is a [Kind]; words for it has `remote`.
public final class WinRmFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /// What went wrong.
    public enum Kind {
        /// plain HTTP, or something else, answers where TLS was expected
        NOT_TLS,
        /// no common version or cipher
        TLS_TOO_OLD,
        /// TLS failed for another reason
        TLS,
        /// the certificate isn't the trusted one: the one who checked it knows more
        CERTIFICATE,
        /// another web server answers there
        NOT_WINRM,
        /// WinRM is starting, or has no more connections
        UNAVAILABLE,
        /// what we would sign in with isn't offered
        SCHEME_NOT_OFFERED,
        /// user or password aren't right, or may not be used from here
        REFUSED,
        /// signed in, and not allowed
        FORBIDDEN,
        /// a request that it doesn't understand: sealed with keys that it no longer has, or plain where it
        /// wants seals
        BAD_REQUEST,
        /// a fault of WS-Management; [#code] names it
        FAULT,
        /// it doesn't answer in time
        SILENT,
        /// the connection broke
        BROKEN,
        /// it answers, and not as it should
        GARBLED,
        /// Kerberos gave no ticket
        KERBEROS,
        /// the workstation's cache has no ticket of the user
        NO_TICKET,
        /// the key table can't be read, or has no key of the user
        NO_KEY,
        /// the realm gave a ticket, and the host doesn't take it
        TICKET_REFUSED
    }

    private final Kind kind;
    private final long code;
    private final String said;

    public WinRmFailure(Kind kind, String said) {
        this(kind, 0, said);
    }

    WinRmFailure(Kind kind, long code, String said) {
        super(kind + (code == 0 ? "" : " " + code));
        this.kind = kind;
        this.code = code;
        this.said = said;
    }

    public Kind kind() {
        return kind;
    }

    /// The code of a fault, unsigned; 0: none.
    public long code() {
        return code;
    }

    /// What the host said, as it said it; for the schemes the ones that it offers.
    public String said() {
        return said;
    }
}

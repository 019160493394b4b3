package dev.muster.rancher;

/// A request that Rancher didn't carry out, or of which nobody knows whether it did.
final class ApiFailure extends Exception {

    private static final long serialVersionUID = 1L;

    enum Kind {
        /// no answer, or one that was cut off: a change may have happened
        LOST,
        /// no connection came to be: nothing happened
        UNREACHABLE,
        CERTIFICATE,
        /// an answer that isn't an API's: a proxy's page, a redirect
        NOT_AN_API,
        /// 429, 502, 503, 504, again and again
        BUSY,
        UNAUTHORIZED,
        FORBIDDEN,
        NOT_FOUND,
        /// 409, 422 and what else says that the request won't do
        REFUSED
    }

    private final Kind kind;
    private final String request;
    private final int status;
    private final String code;
    private final String field;

    /// @param request `POST /v3/clusters`; without its query
    /// @param status  0: there was none
    /// @param code    Norman's word for it; may be empty, as `field`
    ApiFailure(Kind kind, String request, int status, String code, String field, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.request = request;
        this.status = status;
        this.code = code;
        this.field = field;
    }

    Kind kind() {
        return kind;
    }

    String request() {
        return request;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String field() {
        return field;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}

package dev.muster.practice.rancher;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A request that is answered with an error, in the form that Norman and today's API server share.
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String field;

    /// @param code  `MissingRequired`, `NotUnique`, `NotFound`
    /// @param field empty: none
    Refusal(int status, String code, String field, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.field = field;
    }

    static Refusal notFound(String what) {
        return new Refusal(404, "NotFound", "", what + " isn't known to this practice Rancher");
    }

    static Refusal missing(String field) {
        return new Refusal(422, "MissingRequired", field, "");
    }

    static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized", "", "must authenticate");
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("type", "error")
                .put("baseType", "error")
                .put("status", status)
                .put("code", code)
                .put("message", String.valueOf(getMessage()));
        return field.isEmpty() ? body : body.put("fieldName", field);
    }
}

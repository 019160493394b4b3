package dev.muster.rancher;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One request, as the review page shows it.
///
/// @param path with its query
/// @param body null: none
public record Call(String method, String path, @Nullable ObjectNode body) {

    static Call get(String path) {
        return new Call("GET", path, null);
    }

    static Call post(String path, ObjectNode body) {
        return new Call("POST", path, body);
    }

    static Call put(String path, ObjectNode body) {
        return new Call("PUT", path, body);
    }

    boolean changesNothing() {
        return method.equals("GET");
    }

    /// `POST /v3/clusters`
    String named() {
        var mark = path.indexOf('?');
        return method + " " + (mark < 0 ? path : path.substring(0, mark));
    }

    /// Never the body: a password may be in it.
    @Override
    public String toString() {
        return named();
    }
}

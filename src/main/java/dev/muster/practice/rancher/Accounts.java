package dev.muster.practice.rancher;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Signing in, the first password, tokens.
///
/// Source: rancher-2.1 facts §§2.2, 2.3; rancher-today facts §3.4.
record Accounts(Book book) {

    private static final int TODAYS_SHORTEST = 12;

    /// `POST /v3-public/localProviders/local?action=login`, and `/v1-public/login` from 2.13 on.
    Reply login(Request request, Shape shape) throws Refusal {
        var body = request.json();
        shape.check(body, "");
        var right = body.path("username").asString().equals("admin")
                && book.isPassword(body.path("password").asString());
        if (!right) {
            throw new Refusal(401, "Unauthorized", "", "authentication failed");
        }
        return Reply.created(token(book.issue()).put("userId", "user-admin"));
    }

    /// `POST /v3/users?action=changepassword`
    Reply changePassword(Request request) throws Refusal {
        var body = request.json();
        Shapes.CHANGE_PASSWORD.check(body, "");
        if (!book.isPassword(body.path("currentPassword").asString())) {
            throw new Refusal(422, "InvalidBodyContent", "", "invalid current password");
        }
        var wanted = body.path("newPassword").asString();
        if (book.release().isToday() && wanted.length() < TODAYS_SHORTEST) {
            throw new Refusal(
                    422, "InvalidBodyContent", "", "Password must be at least " + TODAYS_SHORTEST + " characters");
        }
        book.change(wanted);
        return Reply.ok(JsonNodeFactory.instance.objectNode());
    }

    /// `POST /v3/tokens`
    Reply makeToken(Request request) throws Refusal {
        Shapes.TOKEN.check(request.json(), "");
        return Reply.created(token(book.issue()).put("isDerived", true));
    }

    /// `GET /v3/users?me=true`
    Reply me() {
        var collection = JsonNodeFactory.instance.objectNode().put("type", "collection");
        collection
                .putArray("data")
                .addObject()
                .put("id", "user-admin")
                .put("type", "user")
                .put("username", "admin")
                .put("me", true)
                .put("mustChangePassword", book.mustChange());
        return Reply.ok(collection);
    }

    Reply logout(String token) {
        book.revoke(token);
        return Reply.ok(JsonNodeFactory.instance.objectNode());
    }

    private static ObjectNode token(String whole) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "token")
                .put("baseType", "token")
                .put("id", whole.substring(0, whole.indexOf(':')))
                .put("token", whole);
    }
}

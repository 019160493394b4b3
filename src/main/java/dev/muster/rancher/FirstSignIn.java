package dev.muster.rancher;

import dev.muster.base.Secret;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a Rancher that was just set up wants before anything else: another password for `admin`, and its own address.
///
/// 2.1 begins with `admin`, `admin`; today's with a bootstrap password, and wants twelve characters at least
/// (rancher-2.1 §2.2, rancher-today §3.4). The licence's terms aren't accepted here: the admin reads them in Rancher.
public final class FirstSignIn {

    private static final int SHORTEST_TODAY = 12;
    private static final String PASSWORD_LENGTH = "/v3/settings/password-min-length";

    private final Session session;

    FirstSignIn(Session session) {
        this.session = session;
    }

    /// Whether nobody has changed the first password yet. Needs no sign-in.
    public boolean isPending() throws InterruptedException {
        return session.askOpenly(Call.get("/v3/settings/first-login"))
                .path("value")
                .asString("")
                .equals("true");
    }

    /// Signed in as `admin` with the first password: changes it, and sets the address that hosts will know
    /// Rancher by.
    ///
    /// @param server `https://host[:port]`; Rancher's own documentation says that it can't be changed later
    public void carryOut(ServerVersion version, Secret first, Secret wanted, String server)
            throws InterruptedException {
        var shortest = shortest(version);
        if (wanted.length() < shortest) {
            throw session.complaints().shortPassword(shortest);
        }
        session.ask(Call.post(
                "/v3/users?action=changepassword",
                object().put("currentPassword", first.revealString()).put("newPassword", wanted.revealString())));
        session.ask(serverUrl(server));
    }

    private int shortest(ServerVersion version) throws InterruptedException {
        if (!version.isToday()) {
            return 1;
        }
        var told = session.ask(Call.get(PASSWORD_LENGTH)).path("value").asString("");
        return told.matches("\\d{1,3}") ? Integer.parseInt(told) : SHORTEST_TODAY;
    }

    static Call serverUrl(String server) {
        return Call.put(
                "/v3/settings/server-url", object().put("name", "server-url").put("value", server));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

package dev.muster.rancher;

import dev.muster.base.ProblemException;
import dev.muster.base.Redactor;
import dev.muster.base.Secret;
import dev.muster.rancher.ApiFailure.Kind;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Requests with a token, and a new token when the one before is refused. Safe for many threads.
///
/// A password is signed in with again as often as its token comes to its end. An API token that is refused is asked
/// for once more; when that one is refused, too, it ends.
final class Session {

    private static final String V3_LOGIN = "/v3-public/localProviders/local?action=login";
    private static final String V1_LOGIN = "/v1-public/login";

    /// As Rancher's own pages ask for it (rancher-2.1 §2.2): 16 hours
    private static final long TTL = 57_600_000L;

    private final Wire wire;
    private final Credentials credentials;
    private final Redactor redactor;
    private final Complaints complaints;
    private final Authorities authorities;
    private final ReentrantLock oneAsks = new ReentrantLock();
    private @Nullable Access access;
    private volatile String token = "";
    private boolean askedAgain;

    Session(Wire wire, Credentials credentials, Redactor redactor, Authorities authorities) {
        this.wire = wire;
        this.credentials = credentials;
        this.redactor = redactor;
        this.complaints = new Complaints(wire.server());
        this.authorities = authorities;
    }

    Complaints complaints() {
        return complaints;
    }

    ProblemException problem(ApiFailure failure) {
        return complaints.of(failure, wire.vouching().refused(), authorities);
    }

    /// The token that is good at the moment, for a websocket's headers.
    String token() throws InterruptedException {
        return token.isEmpty() ? renewed("") : token;
    }

    JsonNode send(Call call) throws ApiFailure, InterruptedException {
        var used = token();
        try {
            return wire.send(call, used);
        } catch (ApiFailure failure) {
            if (failure.kind() != Kind.UNAUTHORIZED) {
                throw failure;
            }
        }
        // 401 comes before anything is done: this may go out a second time
        return wire.send(call, renewed(used));
    }

    /// @throws ProblemException for whatever goes wrong with it
    JsonNode ask(Call call) throws InterruptedException {
        try {
            return send(call);
        } catch (ApiFailure failure) {
            throw problem(failure);
        }
    }

    /// What needs no token: `/v3/settings/cacerts`, `first-login`.
    JsonNode askOpenly(Call call) throws InterruptedException {
        try {
            return wire.send(call, "");
        } catch (ApiFailure failure) {
            throw problem(failure);
        }
    }

    /// @param refused the token that doesn't do any more; whoever comes second finds the new one
    private String renewed(String refused) throws InterruptedException {
        oneAsks.lockInterruptibly();
        try {
            if (!token.equals(refused)) {
                return token;
            }
            token = switch (nextAccess(refused)) {
                case Access.ApiToken(var given) -> known(given).revealString();
                case Access.Password(var user, var password) -> login(user, known(password));
            };
            return token;
        } finally {
            oneAsks.unlock();
        }
    }

    private Access nextAccess(String refused) {
        var known = access;
        if (known == null) {
            known = credentials.get();
        } else if (known instanceof Access.ApiToken) {
            if (askedAgain) {
                throw problem(new ApiFailure(Kind.UNAUTHORIZED, "", 401, "", "", ""));
            }
            askedAgain = !refused.isEmpty();
            known = credentials.again();
        }
        access = known;
        return known;
    }

    void learn(Secret secret) {
        redactor.add(secret);
    }

    private Secret known(Secret secret) {
        redactor.add(secret);
        return secret;
    }

    /// `/v3-public` is there in every line; from 2.14 on it may be switched off, and `/v1-public` has taken its
    /// place (rancher-today §3.4).
    String login(String user, Secret password) throws InterruptedException {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("username", user)
                .put("password", password.revealString())
                .put("responseType", "json")
                .put("ttl", TTL)
                .put("description", "Muster");
        try {
            return tokenOf(wire.send(Call.post(V3_LOGIN, body), ""));
        } catch (ApiFailure failure) {
            if (failure.kind() == Kind.NOT_FOUND) {
                return loginV1(user, Call.post(V1_LOGIN, body.put("type", "localProvider")));
            }
            throw loginProblem(user, failure);
        }
    }

    private String loginV1(String user, Call call) throws InterruptedException {
        try {
            return tokenOf(wire.send(call, ""));
        } catch (ApiFailure failure) {
            throw loginProblem(user, failure);
        }
    }

    private ProblemException loginProblem(String user, ApiFailure failure) {
        return failure.kind() == Kind.UNAUTHORIZED ? complaints.wrongPassword(user) : problem(failure);
    }

    private String tokenOf(JsonNode answer) {
        return known(Secret.of(answer.path("token").asString(""))).revealString();
    }

    /// A token that came by a password is given back; one that the admin made is the admin's.
    void end() throws InterruptedException {
        if (access instanceof Access.Password && !token.isEmpty()) {
            try {
                wire.send(Call.post("/v3/tokens?action=logout", JsonNodeFactory.instance.objectNode()), token);
            } catch (ApiFailure e) {
                // it comes to its end by itself
            }
        }
    }
}

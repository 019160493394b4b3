package dev.muster.assess.host;

import dev.muster.base.Reading;
import dev.muster.probe.Membership;
import dev.muster.setup.Registration;
import java.util.Locale;

/// Whose node a host is, compared with the registration: its server, and the CA that the agent wrote down.
sealed interface Belonging {

    /// No agent has been here.
    record Nobodys() implements Belonging {}

    /// A node of this Rancher, taken in.
    record Here(Membership.Agent agent) implements Belonging {}

    /// An agent of this Rancher runs, the node isn't taken in yet.
    record Joining(Membership.Agent agent) implements Belonging {}

    /// An agent of this Rancher was here and doesn't run.
    record HalfJoined(Membership.Agent agent) implements Belonging {}

    /// Another Rancher's, or one whose CA has changed.
    record Elsewhere(Membership.Agent agent) implements Belonging {}

    /// It can't be told.
    record Unclear(String why) implements Belonging {}

    static Belonging of(Subject subject) {
        return switch (subject.facts().membership()) {
            case Reading.Unknown<Membership>(var why) -> new Unclear(why);
            case Reading.Known<Membership>(Membership.None _) -> new Nobodys();
            case Reading.Known<Membership>(Membership.Agent agent) ->
                subject.situation()
                        .registration()
                        .known()
                        .map(registration -> compare(agent, registration))
                        .orElseGet(() -> new Unclear("no registration to compare with"));
        };
    }

    /// Whether what runs on the host for a cluster is this cluster's own.
    default boolean isOwn() {
        return switch (this) {
            case Here _, Joining _ -> true;
            case Nobodys _, HalfJoined _, Elsewhere _, Unclear _ -> false;
        };
    }

    private static Belonging compare(Membership.Agent agent, Registration registration) {
        var sameServer = same(server(agent.server()), server(registration.server()));
        var sameCa = same(agent.caChecksum(), registration.caChecksum());
        if (sameServer == Likeness.OTHER || sameCa == Likeness.OTHER) {
            return new Elsewhere(agent);
        }
        if (sameServer == Likeness.UNKNOWN && sameCa == Likeness.UNKNOWN) {
            return new Unclear("an agent that doesn't say its server: " + agent.container());
        }
        if (agent.complete()) {
            return new Here(agent);
        }
        return agent.running() ? new Joining(agent) : new HalfJoined(agent);
    }

    private static Likeness same(String mine, String theirs) {
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Likeness.UNKNOWN;
        }
        return mine.equals(theirs) ? Likeness.SAME : Likeness.OTHER;
    }

    /// `https://Rancher.example.org:443/` and `https://rancher.example.org` are one server.
    private static String server(String url) {
        return url.strip().toLowerCase(Locale.ROOT).replaceFirst("/+$", "").replaceFirst("^(https://.*):443$", "$1");
    }

    /// How two values compare.
    enum Likeness {
        SAME,
        OTHER,
        UNKNOWN
    }
}

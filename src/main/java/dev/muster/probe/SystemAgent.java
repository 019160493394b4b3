package dev.muster.probe;

import java.util.Optional;

/// The agent of Rancher 2.6 and later, a service of the host's.
///
/// Source: rancher-today facts §3.1.3.
final class SystemAgent {

    private static final String UNIT = "rancher-system-agent";

    private SystemAgent() {}

    /// Empty: there is none, or the host didn't say.
    static Optional<Membership> membership(Answers answers) {
        return answers.text("system-agent")
                .known()
                .map(Clean::text)
                .map(said -> said.split(",", 3))
                .filter(said -> said.length == 3)
                .map(said ->
                        new Membership.Agent(said[2], "", said[0].equals("running"), said[1].equals("complete"), UNIT));
    }
}

package dev.muster.rancher;

import tools.jackson.databind.JsonNode;

/// A node as Rancher sees it.
///
/// @param name    in lower case, as the host asked to be called
/// @param state   Rancher's own word: `registering`, `provisioning`, `active`, `unavailable`
/// @param message what Rancher says of it; empty when it says nothing
public record NodeState(String name, String state, boolean active, boolean stumbled, String message) {

    /// Rancher-2.1 §2.6: a node is told by `requestedHostname`, in lower case.
    static NodeState of(JsonNode node) {
        var state = node.path("state").asString("");
        var transitioning = node.path("transitioning").asString("");
        return new NodeState(
                node.path("requestedHostname")
                        .asString(node.path("nodeName").asString(""))
                        .toLowerCase(java.util.Locale.ROOT),
                state,
                state.equals("active") && !transitioning.equals("error"),
                transitioning.equals("error"),
                node.path("transitioningMessage").asString(""));
    }
}

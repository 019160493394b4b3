package dev.muster.probe;

import java.util.Optional;
import java.util.regex.Pattern;

/// A container of the Docker engine, as `docker ps -a` has it.
///
/// @param agent  it carries the label of Rancher's agents, `io.cattle.agent`
/// @param pod    Kubernetes made it
/// @param status `Up 3 hours`, `Exited (0) 2 days ago`
record Container(String id, String name, String image, boolean agent, boolean pod, String status) {

    /// Names and images are made of a few harmless characters only; Docker refuses others.
    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{12,64}) ([A-Za-z0-9_.,/-]{1,512}) (\\S{1,512}) (agent|-) (pod|-) (.*)");

    static Optional<Container> read(String line) {
        var match = LINE.matcher(line);
        return match.matches()
                ? Optional.of(new Container(
                        match.group(1),
                        match.group(2),
                        Clean.text(match.group(3)),
                        match.group(4).equals("agent"),
                        match.group(5).equals("pod"),
                        Clean.text(match.group(6))))
                : Optional.empty();
    }

    boolean runs() {
        return status.startsWith("Up");
    }

    boolean ended() {
        return status.startsWith("Exited") || status.startsWith("Created") || status.startsWith("Dead");
    }

    /// The image without registry and tag: `rancher/rancher-agent`.
    String repository() {
        var plain = image.replaceFirst("@.*", "").replaceFirst(":[^/:]*$", "");
        var parts = plain.split("/", -1);
        return parts.length < 2 ? plain : parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }

    boolean isKubernetes() {
        return pod || name.startsWith("k8s_");
    }

    /// The cluster's own agent on each node, a pod of the DaemonSet `cattle-node-agent`.
    boolean isNodeAgent() {
        return name.startsWith("k8s_agent_cattle-node-agent-");
    }

    /// The agent that the registration command starts, or a pod's.
    boolean isRancherAgent() {
        return agent || isNodeAgent() || repository().equals("rancher/rancher-agent");
    }

    /// Rancher itself.
    boolean isRancherServer() {
        return repository().equals("rancher/rancher") || name.matches("k8s_rancher_rancher-.*_cattle-system_.*");
    }

    /// What RKE starts beside the pods comes from Rancher's own repository: `rancher/hyperkube`,
    /// `rancher/rke-tools`.
    boolean isRke() {
        return repository().startsWith("rancher/") && !isRancherServer() && !isRancherAgent();
    }
}

package dev.muster.plan;

import dev.muster.assess.Situation;
import dev.muster.base.Text;
import dev.muster.catalog.WindowsSupport;
import dev.muster.catalog.WindowsSupport.Image;
import dev.muster.probe.Facts;
import dev.muster.probe.Probed;
import dev.muster.script.Script;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import dev.muster.setup.Registration;
import dev.muster.setup.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The step by which a host joins: by the agent of Rancher 2.1, or by the system agent of today.
record Joining(Situation situation, Registration registration) {

    private static final Duration REGISTER_LIMIT = Duration.ofMinutes(20);

    /// Images for Windows have gigabytes, and the agent of 2.1 fetches them all before it gets to its mark.
    private static final Duration REGISTER_LIMIT_WINDOWS = Duration.ofMinutes(45);

    /// Added to what the agent may take, so that the script has the last word about what went wrong.
    private static final Duration LAST_WORD = Duration.ofMinutes(2);

    private static final String VERSION = "{version}";

    ScriptStep step(Host host, List<StepId> after) {
        var roles = host.roles().stream().map(Joining::word).toList();
        return new ScriptStep(
                StepId.of("join", host.name()),
                host.name(),
                Text.of(PlanWords.STEP_JOIN, roles),
                host.os() == Os.WINDOWS ? windows(host) : linux(host, roles),
                after,
                limit(host).plus(LAST_WORD),
                Text.of(keepsToken(host) ? PlanWords.UNDO_JOIN_TOKEN : PlanWords.UNDO_JOIN),
                JoinOrder.bears(host));
    }

    private static Duration limit(Host host) {
        return host.os() == Os.WINDOWS ? REGISTER_LIMIT_WINDOWS : REGISTER_LIMIT;
    }

    /// Rancher 2.1's own script for Windows is written with the token in it (rancher-2.1 §1.6).
    private boolean keepsToken(Host host) {
        return host.os() == Os.WINDOWS && !registration.bySystemAgent();
    }

    private Script linux(Host host, List<String> roles) {
        var script = registration.bySystemAgent()
                ? Script.of("linux/join-system-agent.sh").with("TAINTS", host.taints())
                : Script.of("linux/join-agent.sh").with("IMAGE", linuxImage());
        return described(script, host).with("ROLES", roles);
    }

    /// No role: a Windows host is a worker, and its agents know nothing else (rancher-2.1 §1.6, rancher-today
    /// §2.3).
    private Script windows(Host host) {
        var script = registration.bySystemAgent()
                ? Script.of("windows/join-system-agent.ps1").with("TAINTS", host.taints())
                : Script.of("windows/join-agent.ps1").with("IMAGE", windowsImage());
        return described(script, host);
    }

    private Script described(Script script, Host host) {
        return script.with("SERVER", registration.server())
                .withSecret("TOKEN_FILE", JoinPlanner.TOKEN)
                .with("CA_CHECKSUM", registration.caChecksum())
                .with("NODE_NAME", host.nodeName().value())
                .with("ADDRESS", address(host))
                .with("INTERNAL_ADDRESS", host.internalAddress())
                .with("LABELS", labels(host))
                .with("TIMEOUT", String.valueOf(limit(host).toSeconds()));
    }

    /// The command that Rancher shows for Windows names another image.
    private String linuxImage() {
        var image = registration.image();
        var ending = windowsEnding();
        return ending.isEmpty() || !image.endsWith(ending)
                ? image
                : image.substring(0, image.length() - ending.length());
    }

    private String windowsImage() {
        return linuxImage() + windowsEnding();
    }

    /// By which the tag of the agent's image for Windows differs: `-nanoserver-1803`. Empty where the line has
    /// none.
    private String windowsEnding() {
        return situation
                .windows()
                .flatMap(Joining::agent)
                .map(name -> name.substring(name.indexOf(VERSION) + VERSION.length()))
                .orElse("");
    }

    private static Optional<String> agent(WindowsSupport windows) {
        return windows.images().stream()
                .filter(image -> image.use() == Image.Use.AGENT && image.name().contains(VERSION))
                .map(Image::name)
                .findFirst();
    }

    /// The address is given to the agent only when the host has it itself. What is reached through a translated
    /// address or a loopback tunnel keeps the agent's own choice: the source of the route to 8.8.8.8 (rancher-2.1
    /// §1.5).
    private String address(Host host) {
        return situation
                .probed(host.name())
                .map(Probed::facts)
                .flatMap(facts -> facts.known())
                .map(Facts::addresses)
                .flatMap(addresses -> addresses.known())
                .filter(_ ->
                        !host.address().startsWith("127.") && !host.address().equals("::1"))
                .filter(addresses ->
                        addresses.stream().anyMatch(own -> own.address().equals(host.address())))
                .map(_ -> host.address())
                .orElse("");
    }

    private static List<String> labels(Host host) {
        return host.labels().entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .toList();
    }

    private static String word(Role role) {
        return switch (role) {
            case ETCD -> "etcd";
            case CONTROLPLANE -> "controlplane";
            case WORKER -> "worker";
            case SERVER, AGENT, BALANCER -> throw new IllegalStateException("a node that joins can't be " + role);
        };
    }
}

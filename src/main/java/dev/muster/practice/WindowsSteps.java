package dev.muster.practice;

import dev.muster.practice.windows.Sent;
import java.util.Map;
import java.util.Optional;

/// The steps of a plan, on a practice host that runs Windows: each does, says and ends as the script of its name
/// would.
final class WindowsSteps implements Jobs.Kind {

    /// ERROR_CANCELLED
    private static final int CANCELLED = 1223;

    /// ERROR_SUCCESS_REBOOT_REQUIRED
    private static final int RESTART_WANTED = 3010;

    private static final int NOT_KNOWN = 1;
    private static final int NOT_ASKED_FOR = 10;
    private static final String CONTAINERS = "Containers";

    private final WindowsPersonality host;
    private final WindowsRuns runs;
    private final WindowsNode node;
    private final Pace pace;
    private final Credentials credentials;
    private final Agent agent;

    WindowsSteps(
            WindowsPersonality host,
            WindowsRuns runs,
            WindowsNode node,
            Pace pace,
            Credentials credentials,
            Agent agent) {
        this.host = host;
        this.runs = runs;
        this.node = node;
        this.pace = pace;
        this.credentials = credentials;
        this.agent = agent;
    }

    @Override
    public Optional<Assigned> read(String text) {
        return Sent.of(text).map(sent -> new Assigned(sent.name(), sent.values()));
    }

    @Override
    public int terminated() {
        return CANCELLED;
    }

    @Override
    public int run(Assigned step, Map<String, String> secrets, Job job) throws InterruptedException {
        var token = secrets.getOrDefault(step.value("TOKEN_FILE"), "");
        return switch (step.name()) {
            case "reboot.ps1" -> restart(step, job);
            case "feature.ps1" -> feature(step, job);
            case "join-agent.ps1" -> new WindowsJoin(host, node, pace, credentials, agent, step, job).run(token);
            case "join-system-agent.ps1" -> today(step, token, job);
            default -> {
                job.say("practice host: I don't know the script " + step.name());
                yield NOT_KNOWN;
            }
        };
    }

    private int today(Assigned step, String token, Job job) throws InterruptedException {
        var ready = node.containers().equals("Installed")
                ? ""
                : "Windows feature: 'Containers' is not installed. Please run: Install-WindowsFeature -Name Containers";
        var status = new SystemAgentJoin(node, pace, credentials, agent, step, job).run(token, ready);
        if (status == 0) {
            node.serve("rancher-wins");
        }
        return status;
    }

    private int restart(Assigned step, Job job) {
        var boot = step.value("BOOT");
        if (!boot.matches("[0-9]{1,19}")) {
            job.say("error: not a start's time: " + boot);
            return NOT_ASKED_FOR;
        }
        if (runs.hasRestartedSince(Long.parseLong(boot))) {
            job.say("restarted");
        } else {
            job.say("restarting");
            runs.restart();
        }
        return 0;
    }

    private int feature(Assigned step, Job job) throws InterruptedException {
        var name = step.value("FEATURE");
        if (!name.equals(CONTAINERS)) {
            job.say("WARNING: error: this Windows has no feature called " + name);
            return NOT_ASKED_FOR;
        }
        switch (node.containers()) {
            case "Installed" -> {
                job.say("already so: " + name + " is installed");
                return 0;
            }
            case "Available" -> {
                job.say("installing " + name + ", which was Available");
                pace.pass(2500);
                node.installContainers();
            }
            default -> {}
        }
        job.say(name + " waits for a restart");
        return RESTART_WANTED;
    }
}

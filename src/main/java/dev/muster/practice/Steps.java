package dev.muster.practice;

import java.util.Map;
import java.util.Optional;

/// The steps of a plan, on a practice host: each does, says and ends as the script of its name would.
final class Steps implements Jobs.Kind {

    private static final int CAN_NOT_START = 10;
    private static final int NOT_KNOWN = 127;
    private static final int TERMINATED = 143;

    private final Machine machine;
    private final Pace pace;
    private final Credentials credentials;
    private final Agent agent;

    Steps(Machine machine, Pace pace, Credentials credentials, Agent agent) {
        this.machine = machine;
        this.pace = pace;
        this.credentials = credentials;
        this.agent = agent;
    }

    @Override
    public Optional<Assigned> read(String text) {
        return Assigned.read(text);
    }

    @Override
    public int terminated() {
        return TERMINATED;
    }

    @Override
    public int run(Assigned step, Map<String, String> secrets, Job job) throws InterruptedException {
        return switch (step.name()) {
            case "kernel-modules.sh" -> modules(step, job);
            case "sysctl.sh" -> settings(step, job);
            case "clean.sh" -> cleaning(step, job).run();
            case "clean-firewall.sh" -> cleaning(step, job).firewall();
            case "join-agent.sh" ->
                new Join(machine, pace, credentials, agent, step, job)
                        .run(secrets.getOrDefault(step.value("TOKEN_FILE"), ""));
            case "join-system-agent.sh" ->
                new SystemAgentJoin(machine, pace, credentials, agent, step, job)
                        .run(secrets.getOrDefault(step.value("TOKEN_FILE"), ""), "");
            default -> {
                job.say("practice host: I don't know the script " + step.name());
                yield NOT_KNOWN;
            }
        };
    }

    private Cleaning cleaning(Assigned step, Job job) {
        return new Cleaning(machine.clutter(), pace, machine.personality().slowness(), step, job);
    }

    private int modules(Assigned step, Job job) throws InterruptedException {
        var wanted = step.value("MODULES").lines().toList();
        var names = String.join(" ", wanted) + " ";
        if (wanted.stream().allMatch(machine::isLoaded)) {
            job.say("already so: " + names);
            return 0;
        }
        for (var module : wanted) {
            think(120);
            if (!machine.isLoaded(module)) {
                machine.load(module);
                job.say("loaded " + module);
                job.say("kept " + module + " in /etc/modules-load.d/muster.conf");
            }
        }
        job.say("done: " + names);
        return 0;
    }

    private int settings(Assigned step, Job job) throws InterruptedException {
        var wanted = step.value("SETTINGS").lines().toList();
        var names = String.join(" ", wanted) + " ";
        if (wanted.stream().allMatch(this::isSo)) {
            think(100);
            job.say("already so: " + names);
            return 0;
        }
        for (var setting : wanted) {
            think(150);
            var words = setting.split("=", 2);
            var before = machine.settings().get(words[0]);
            if (before == null) {
                job.say("error: " + words[0] + " can't be set here: /proc/sys/" + words[0].replace('.', '/')
                        + " isn't there or can't be written. Is its kernel module loaded?");
                return CAN_NOT_START;
            }
            machine.set(words[0], words[1]);
            job.say(words[0] + ": " + before + ", now " + words[1]);
        }
        job.say("done: " + names);
        return 0;
    }

    private boolean isSo(String setting) {
        var words = setting.split("=", 2);
        return words[1].equals(machine.settings().get(words[0]));
    }

    private void think(long milliseconds) throws InterruptedException {
        pace.pass(milliseconds * machine.personality().slowness());
    }
}

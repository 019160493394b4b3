package dev.muster.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A host's join, as `join-system-agent.sh` or `.ps1` and Rancher 2.15's own install script tell it.
///
/// Source of the script's lines: rancher-today facts §§2.3.4, 3.1.3. The token is never among them. No system agent
/// and no Windows took part.
record SystemAgentJoin(Joinable machine, Pace pace, Credentials credentials, Agent agent, Assigned step, Job job) {

    private static final int CAN_NOT_START = 10;
    private static final int FAILED = 20;
    private static final int NOT_AS_WANTED = 30;

    /// @param ready what Rancher's script looks for first; empty: it is there
    int run(String token, String ready) throws InterruptedException {
        if (token.isEmpty()) {
            return fail(CAN_NOT_START, "the file with the token isn't there: " + step.value("TOKEN_FILE"));
        }
        var server = step.value("SERVER");
        var node = step.value("NODE_NAME");
        if (machine.isJoined() && server.equals(credentials.server())) {
            job.say("already so: " + node + " is joined to " + server);
            return 0;
        }
        think(300);
        if (!server.equals(credentials.server())) {
            return fail(CAN_NOT_START, server + "/cacerts can't be read: Could not resolve host");
        }
        var given = step.value("CA_CHECKSUM");
        if (!given.isEmpty() && !given.equals(credentials.caChecksum())) {
            return fail(
                    CAN_NOT_START,
                    "the CA of " + server + " has the checksum " + credentials.caChecksum()
                            + ", the registration command says " + given);
        }
        job.say("the CA of " + server + " is the one that the registration command names");
        job.say("fetched " + server + "/" + script());
        var roles = windows() ? List.of("worker") : step.value("ROLES").lines().toList();
        job.say("running " + script() + " " + (windows() ? windowsWords() : linuxWords(roles)));
        think(600);
        if (!ready.isEmpty()) {
            job.say("FATA: " + ready);
            return fail(FAILED, "Rancher's script ended with 255; its last lines say why");
        }
        says("Successfully tested Rancher connection");
        think(900);
        says(windows() ? "Successfully downloaded the wins binary." : "Downloading rancher-system-agent binary");
        if (!agent.registers(token, node, Set.copyOf(roles))) {
            job.say("401 received while downloading Rancher connection information.");
            return fail(NOT_AS_WANTED, "Rancher gave this host no connection");
        }
        return done(node, server);
    }

    private int done(String node, String server) throws InterruptedException {
        says("Successfully downloaded Rancher connection information.");
        says(windows() ? "Starting rancher-wins service." : "Starting/restarting rancher-system-agent.service");
        agent.start();
        machine.registered();
        job.say("undo: remove the node " + node + " in Rancher, then clean this host");
        job.say("done: " + node + " is joined to " + server + ", says its agent; Rancher wasn't asked");
        think(300);
        machine.takenIn();
        return 0;
    }

    private String linuxWords(List<String> roles) {
        var words = words("--server", "--ca-checksum", "--node-name", "--address", "--internal-address");
        words.add("--label cattle.io/os=linux");
        roles.forEach(role -> words.add("--" + role));
        lines("LABELS").forEach(label -> words.add("--label " + label));
        lines("TAINTS").forEach(taint -> words.add("--taint " + taint));
        return String.join(" ", words);
    }

    private String windowsWords() {
        var words = words("-Server", "-CaChecksum", "-NodeName", "-Address", "-InternalAddress");
        var all = new ArrayList<>(List.of("cattle.io/os=windows"));
        all.addAll(lines("LABELS"));
        words.add("-Label " + String.join(",", all));
        if (!lines("TAINTS").isEmpty()) {
            words.add("-Taint " + String.join(",", lines("TAINTS")));
        }
        words.add("-Worker");
        return String.join(" ", words);
    }

    private List<String> words(String... flags) {
        var words = new ArrayList<String>();
        var values = List.of("SERVER", "CA_CHECKSUM", "NODE_NAME", "ADDRESS", "INTERNAL_ADDRESS");
        for (var number = 0; number < flags.length; number++) {
            var value = step.value(values.get(number));
            if (!value.isEmpty()) {
                words.add(flags[number] + " " + value);
            }
        }
        return words;
    }

    private List<String> lines(String variable) {
        return step.value(variable).lines().filter(line -> !line.isEmpty()).toList();
    }

    private boolean windows() {
        return agent.place().os().equals("windows");
    }

    private String script() {
        return windows() ? "wins-agent-install.ps1" : "system-agent-install.sh";
    }

    private void says(String message) {
        var line = (windows() ? "INFO: " : "[INFO]  ") + message;
        job.say(line);
        machine.agentSays(line);
    }

    private int fail(int status, String why) {
        job.say((windows() ? "WARNING: error: " : "error: ") + why);
        return status;
    }

    private void think(long milliseconds) throws InterruptedException {
        pace.pass(milliseconds * agent.place().slowness());
    }
}

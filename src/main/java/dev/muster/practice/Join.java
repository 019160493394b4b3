package dev.muster.practice;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;

/// A host's join, as `join-agent.sh` and the agent of Rancher 2.1.6 tell it.
///
/// Source of the agent's lines: rancher-2.1 facts §1.5. The token is never among them.
record Join(Machine machine, Pace pace, Credentials credentials, Agent agent, Assigned step, Job job) {

    private static final int NOT_AS_WANTED = 30;
    private static final int CAN_NOT_START = 10;

    int run(String token) throws InterruptedException {
        if (token.isEmpty()) {
            return fail(CAN_NOT_START, "error: the file with the token isn't there: " + step.value("TOKEN_FILE"));
        }
        var node = step.value("NODE_NAME");
        var server = step.value("SERVER");
        if (machine.isJoined() && server.equals(credentials.server())) {
            job.say("already so: " + node + " is joined to " + server);
            return 0;
        }
        fetch();
        job.say("starting " + step.value("IMAGE") + " " + arguments(false));
        think(700);
        if (!machine.personality().architecture().equals("x86_64")) {
            job.say("standard_init_linux.go:178: exec user process caused \"exec format error\"");
            return fail(NOT_AS_WANTED, "error: the agent ended before it got to its mark");
        }
        return registered(server, token) ? done(node, server) : NOT_AS_WANTED;
    }

    private void fetch() throws InterruptedException {
        var image = step.value("IMAGE");
        job.say("fetching image " + image);
        think(400);
        job.say(image.replaceFirst(".*:", "") + ": Pulling from " + image.replaceFirst(":[^:/]*$", ""));
        for (var layer : new String[] {"32802c0cfa4d", "da1315cffa03", "fa83472a3562", "f85999a86bef"}) {
            think(350);
            job.say(layer + ": Pull complete");
        }
        job.say("Status: Downloaded newer image for " + image);
    }

    private boolean registered(String server, String token) throws InterruptedException {
        job.say("INFO: Arguments: " + arguments(true));
        job.say("INFO: Environment: CATTLE_ADDRESS=" + machine.personality().address()
                + " CATTLE_INTERNAL_ADDRESS=" + step.value("INTERNAL_ADDRESS") + " CATTLE_NODE_NAME="
                + step.value("NODE_NAME") + " CATTLE_ROLE=,"
                + String.join(",", step.value("ROLES").lines().toList())
                + " CATTLE_SERVER=" + server + " CATTLE_TOKEN=REDACTED");
        job.say("INFO: Using resolv.conf: nameserver 10.20.0.2 search practice.example");
        think(500);
        if (!server.equals(credentials.server())) {
            return agentSays("ERROR: " + server + "/ping is not accessible (Could not resolve host: "
                    + server.replaceFirst("https?://", "") + ")");
        }
        job.say("INFO: " + server + "/ping is accessible");
        job.say("INFO: Value from " + server + "/v3/settings/cacerts is an x509 certificate");
        var given = step.value("CA_CHECKSUM");
        if (!given.equals(credentials.caChecksum())) {
            return agentSays("ERROR: Configured cacerts checksum (" + credentials.caChecksum()
                    + ") does not match given --ca-checksum (" + given + ")");
        }
        return connects(server, token);
    }

    private boolean connects(String server, String token) throws InterruptedException {
        var roles = step.value("ROLES").lines().toList();
        program("Rancher agent version v2.1.6 is starting");
        program("Option customConfig=map[address:" + machine.personality().address() + " internalAddress:"
                + step.value("INTERNAL_ADDRESS") + " roles:[" + String.join(" ", roles) + "] label:map[]]");
        program("Option etcd=" + roles.contains("etcd"));
        program("Option controlPlane=" + roles.contains("controlplane"));
        program("Option worker=" + roles.contains("worker"));
        program("Option requestedHostname=" + step.value("NODE_NAME"));
        think(600);
        program("Connecting to wss://" + server.replaceFirst("https://", "")
                + "/v3/connect/register with token REDACTED");
        if (!agent.registers(token, step.value("NODE_NAME"), Set.copyOf(roles))) {
            think(1500);
            job.say("time=\"" + now()
                    + "\" level=error msg=\"Failed to connect to proxy\" error=\"websocket: bad handshake\"");
            fail(NOT_AS_WANTED, "error: the agent hasn't got to its mark: Rancher doesn't know the token");
            return false;
        }
        for (var wait = 0; wait < 3; wait++) {
            program("waiting for node to register");
            think(1000);
        }
        program("Starting plan monitor");
        agent.start();
        return true;
    }

    private int done(String node, String server) throws InterruptedException {
        machine.registered();
        think(300);
        job.say("undo: remove the node " + node + " in Rancher, then clean this host");
        job.say("done: " + node + " is joined to " + server + ", says its agent; Rancher wasn't asked");
        machine.takenIn();
        return 0;
    }

    private String arguments(boolean asTheAgentPrints) {
        var words = new StringBuilder("--server " + step.value("SERVER"));
        if (asTheAgentPrints) {
            words.append(" --token REDACTED");
        }
        words.append(step.value("CA_CHECKSUM").isEmpty() ? "" : " --ca-checksum " + step.value("CA_CHECKSUM"));
        words.append(" --node-name ").append(step.value("NODE_NAME"));
        words.append(step.value("ADDRESS").isEmpty() ? "" : " --address " + step.value("ADDRESS"));
        words.append(
                step.value("INTERNAL_ADDRESS").isEmpty()
                        ? ""
                        : " --internal-address " + step.value("INTERNAL_ADDRESS"));
        words.append(step.value("ROLES").lines().map(role -> " --" + role).collect(Collectors.joining()));
        words.append(step.value("LABELS")
                .lines()
                .filter(label -> !label.isEmpty())
                .map(label -> " --label " + label)
                .collect(Collectors.joining()));
        return words.toString();
    }

    private boolean agentSays(String error) {
        job.say(error);
        machine.agentSays(error);
        fail(NOT_AS_WANTED, "error: the agent says: " + error);
        return false;
    }

    private int fail(int status, String why) {
        job.say(why);
        return status;
    }

    private void program(String message) {
        var line = "time=\"" + now() + "\" level=info msg=\"" + message + "\"";
        job.say(line);
        machine.agentSays(line);
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void think(long milliseconds) throws InterruptedException {
        pace.pass(milliseconds * machine.personality().slowness());
    }
}

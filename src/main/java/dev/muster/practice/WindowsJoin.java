package dev.muster.practice;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/// A Windows host's join, as `join-agent.ps1` and the agent of Rancher 2.1.6 tell it.
///
/// Source of the agent's lines: rancher-2.1 facts §1.6. The token is never among them. No Windows took part.
record WindowsJoin(
        WindowsPersonality host,
        WindowsNode node,
        Pace pace,
        Credentials credentials,
        Agent agent,
        Assigned step,
        Job job) {

    private static final int CAN_NOT_START = 10;
    private static final int FAILED = 20;
    private static final int NOT_AS_WANTED = 30;

    /// The only build that 2.1's images run on without Hyper-V.
    private static final int BUILD = 17134;

    int run(String token) throws InterruptedException {
        if (token.isEmpty()) {
            return fail(CAN_NOT_START, "the file with the token isn't there: " + step.value("TOKEN_FILE"));
        }
        var server = step.value("SERVER");
        var name = step.value("NODE_NAME");
        if (node.isJoined() && server.equals(credentials.server())) {
            job.say("already so: " + name + " is joined to " + server);
            return 0;
        }
        var image = step.value("IMAGE");
        job.say("fetching image " + image);
        pace.pass(1200);
        job.say("Status: Downloaded newer image for " + image);
        job.say("starting " + image + " " + words());
        pace.pass(600);
        if (host.build() != BUILD) {
            job.say("docker: Error response from daemon: the operating system of the container does not match the"
                    + " operating system of the host. (0xc0370101)");
            return fail(FAILED, "the container that copies Rancher's agent ended with 125; its last lines say why");
        }
        job.say("running C:\\etc\\rancher\\run.ps1");
        return started(server, token) ? done(name, server) : NOT_AS_WANTED;
    }

    private boolean started(String server, String token) throws InterruptedException {
        pace.pass(500);
        if (!server.equals(credentials.server())) {
            return ended("Can't get cattle server CA from " + server + "/v3/settings/cacerts, exit");
        }
        if (!step.value("CA_CHECKSUM").equals(credentials.caChecksum())) {
            return ended("Actual cattle server CA checksum is " + credentials.caChecksum() + " does not match "
                    + step.value("CA_CHECKSUM"));
        }
        node.serve("rancher-agent");
        agentSays("Rancher agent version v2.1.6 is starting");
        agentSays("Option requestedHostname=" + step.value("NODE_NAME"));
        agentSays("Option worker=true");
        pace.pass(500);
        agentSays("Connecting to wss://" + server.replaceFirst("https://", "")
                + "/v3/connect/register with token REDACTED");
        if (!agent.registers(token, step.value("NODE_NAME"), Set.of("worker"))) {
            agentSays("Failed to connect to proxy: websocket: bad handshake");
            return ended("the agent's service has ended");
        }
        agentSays("waiting for node to register");
        for (var part : new String[] {"Starting kubelet ....", "generating flanneld config", "generating cni config"}) {
            pace.pass(800);
            agentSays(part);
        }
        agentSays(".................. OK");
        agentSays("Starting plan monitor");
        agent.start();
        return true;
    }

    private boolean ended(String why) {
        job.say(why);
        fail(NOT_AS_WANTED, "Rancher's script ended with 1 before the agent got to its mark; its last lines say why");
        return false;
    }

    private int done(String name, String server) {
        node.registered();
        job.say("undo: remove the node " + name + " in Rancher, then clean this host");
        job.say("done: " + name + " is joined to " + server + ", says its agent; Rancher wasn't asked");
        node.takenIn();
        return 0;
    }

    private String words() {
        var words = "-server " + step.value("SERVER") + " -token REDACTED -caChecksum " + step.value("CA_CHECKSUM")
                + " -nodeName " + step.value("NODE_NAME");
        var labels = String.join(",", step.value("LABELS").lines().toList());
        return words
                + (step.value("ADDRESS").isEmpty() ? "" : " -address " + step.value("ADDRESS"))
                + (step.value("INTERNAL_ADDRESS").isEmpty()
                        ? ""
                        : " -internalAddress " + step.value("INTERNAL_ADDRESS"))
                + (labels.isEmpty() ? "" : " -label " + labels);
    }

    private void agentSays(String message) {
        var line = "time=\"" + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\" level=info msg=\"" + message + "\"";
        job.say(line);
        node.agentSays(line);
    }

    private int fail(int status, String why) {
        job.say("WARNING: error: " + why);
        return status;
    }
}

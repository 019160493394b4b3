package dev.muster.practice;

import dev.muster.practice.rancher.PracticeRancher;
import dev.muster.practice.windows.Account;
import dev.muster.practice.windows.Mishaps.Door;
import dev.muster.practice.windows.WsmanServer;
import dev.muster.practice.windows.WsmanSettings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;

/// One practice host that runs Windows: a WS-Management service on loopback, over HTTPS with NTLM, and a machine
/// behind it.
final class PracticeWindows implements AutoCloseable {

    static final String USER = "Administrator";

    private static final long UNTIL_IT_IS_TOLD = 1_000;
    private static final long UNTIL_IT_GOES = 3_000;
    private static final long UNTIL_IT_IS_BACK = 12_000;

    private final WindowsPersonality personality;
    private final Pace pace;
    private final WindowsRuns runs;
    private final WindowsScripts scripts;
    private final Agent agent;
    private final WsmanServer server;

    private PracticeWindows(
            WindowsPersonality personality,
            Pace pace,
            WindowsRuns runs,
            WindowsScripts scripts,
            Agent agent,
            WsmanServer server) {
        this.personality = personality;
        this.pace = pace;
        this.runs = runs;
        this.scripts = scripts;
        this.agent = agent;
        this.server = server;
    }

    static PracticeWindows open(
            WindowsPersonality personality,
            Pace pace,
            Credentials credentials,
            PracticeRancher rancher,
            Neighbourhood neighbours)
            throws IOException {
        neighbours.moveIn(personality.address());
        var runs = new WindowsRuns(InstantSource.system());
        var node = new WindowsNode(runs, personality.containers());
        var agent = new Agent(rancher, pace, new Agent.Place(personality.host(), "windows", personality.address(), 1));
        var steps = new WindowsSteps(personality, runs, node, pace, credentials, agent);
        var scripts =
                new WindowsScripts(personality, pace, InstantSource.system(), runs, node, steps, rancher, neighbours);
        var server = WsmanServer.start(WsmanSettings.https(scripts, new Account(USER, credentials.windows())));
        var host = new PracticeWindows(personality, pace, runs, scripts, agent, server);
        runs.onRestart(() -> Thread.ofVirtual().name("practice restart").start(host::restart));
        return host;
    }

    private void restart() {
        try {
            pace.pass(UNTIL_IT_GOES);
            // however fast practice goes, whoever asked for it hears so first
            Thread.sleep(UNTIL_IT_IS_TOLD);
            server.mishaps().door(Door.SLAMMED);
            server.dropAll();
            scripts.stopAll();
            pace.pass(UNTIL_IT_IS_BACK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            runs.begin();
            server.mishaps().none();
        }
    }

    WindowsPersonality personality() {
        return personality;
    }

    int port() {
        return server.port();
    }

    /// Its certificate: SHA-256 as Windows shows it.
    PracticeKey key() {
        var fingerprint = server.fingerprint().toUpperCase(Locale.ROOT).replaceAll("..(?=.)", "$0:");
        return new PracticeKey(
                personality.host(), "127.0.0.1", port(), "x509", "SHA256:" + fingerprint, server.certificateText());
    }

    @Override
    public void close() {
        try {
            scripts.stopAll();
            agent.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            server.close();
        }
    }
}

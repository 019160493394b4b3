package dev.muster.run;

import dev.muster.plan.Step;
import dev.muster.remote.TestServer;
import dev.muster.setup.Host;
import java.nio.file.Files;

/// Faults on the line to a host over SSH, where a real shell runs the job.
final class FaultsTest extends FaultTable {

    private TestServer server;

    @Override
    int serve() throws Exception {
        server = new TestServer(scratch.resolve("host")).start();
        Files.createDirectories(scratch.resolve("host/muster"));
        return server.port();
    }

    @Override
    Host host() {
        return linux().withPort(line.port());
    }

    @Override
    Step step() {
        return shellStep();
    }

    @Override
    int timesRan() {
        return begunByShell();
    }

    @Override
    void stop() throws Exception {
        server.close();
    }
}

package dev.muster.run;

import dev.muster.plan.Step;
import dev.muster.remote.TestServer;
import dev.muster.setup.Bastion;
import dev.muster.setup.Host;
import java.nio.file.Files;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/// Faults on the way to a host behind a bastion, over SSH.
final class BastionFaultsTest {

    private static Bastion bastion(int port) {
        return new Bastion("jump", "127.0.0.1", port, TestServer.password(), null);
    }

    private abstract static class Way extends FaultTable {

        TestServer gate;
        TestServer server;

        void startBoth() throws Exception {
            gate = new TestServer(scratch.resolve("gate")).forwarding().start();
            server = new TestServer(scratch.resolve("host")).start();
            Files.createDirectories(scratch.resolve("host/muster"));
        }

        @Override
        final Step step() {
            return shellStep();
        }

        @Override
        final int timesRan() {
            return begunByShell();
        }

        @Override
        final void stop() throws Exception {
            server.close();
            gate.close();
        }
    }

    /// What breaks is the one connection that all hosts behind the bastion share.
    @Nested
    final class Before_the_bastion extends Way {

        @Override
        int serve() throws Exception {
            startBoth();
            return gate.port();
        }

        @Override
        Host host() {
            return linux().withPort(server.port()).withVia(bastion(line.port()));
        }
    }

    /// What breaks is one stream through a bastion that stays.
    @Nested
    @Tag("slow")
    final class Behind_the_bastion extends Way {

        @Override
        int serve() throws Exception {
            startBoth();
            return server.port();
        }

        @Override
        Host host() {
            return linux().withPort(line.port()).withVia(bastion(gate.port()));
        }
    }
}

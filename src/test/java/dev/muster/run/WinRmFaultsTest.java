package dev.muster.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.plan.Step;
import dev.muster.practice.windows.Account;
import dev.muster.practice.windows.WsmanServer;
import dev.muster.practice.windows.WsmanSettings;
import dev.muster.remote.TestServer;
import dev.muster.setup.Bastion;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.setup.Way;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/// Faults on the line to a Windows host over WinRM. The host is the practice hosts' service: no Windows took part.
final class WinRmFaultsTest {

    /// A line that brings WinRM to a host.
    abstract static class Wsman extends FaultTable {

        final JobbingWindows machine = new JobbingWindows();
        WsmanServer server;

        @Override
        int serve() throws Exception {
            var account = new Account(TestServer.password().user(), TestServer.PASSWORD);
            server = WsmanServer.start(WsmanSettings.https(machine, account));
            return server.port();
        }

        static Host windows() {
            return Host.linux(new HostName("win1"), "127.0.0.1", Set.of(Role.WORKER), TestServer.password())
                    .withOs(Os.WINDOWS)
                    .withWay(new Way.WinRm(true, Way.Auth.NTLM));
        }

        @Override
        final Step step() {
            return JobbingWindows.step("win1");
        }

        @Override
        final int timesRan() {
            return machine.timesRan();
        }

        /// The frames around it come to as many bytes as the output.
        @Override
        boolean mayHaveEnded(Where where) {
            return where == Where.IN_MID_OUTPUT || where == Where.JUST_BEFORE_THE_EXIT_STATUS;
        }

        @Override
        void stop() throws Exception {
            assertThat(server.heard().refusedLogons())
                    .as("no fault looks like a wrong password")
                    .isZero();
            server.close();
        }
    }

    @Nested
    final class On_the_line_no_windows_took_part extends Wsman {

        @Override
        Host host() {
            return windows().withPort(line.port());
        }
    }

    @Nested
    final class Before_a_bastion_no_windows_took_part extends Wsman {

        private TestServer gate;

        @Override
        int serve() throws Exception {
            super.serve();
            gate = new TestServer(scratch.resolve("gate")).forwarding().start();
            return gate.port();
        }

        @Override
        Host host() {
            return windows()
                    .withPort(server.port())
                    .withVia(new Bastion("jump", "127.0.0.1", line.port(), TestServer.password(), null));
        }

        @Override
        void stop() throws Exception {
            super.stop();
            gate.close();
        }
    }
}

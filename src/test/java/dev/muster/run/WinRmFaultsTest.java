package dev.muster.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.plan.Step;
import dev.muster.practice.windows.Account;
import dev.muster.practice.windows.Fault;
import dev.muster.practice.windows.Mishap;
import dev.muster.practice.windows.Mishaps;
import dev.muster.practice.windows.Operation;
import dev.muster.practice.windows.WsmanServer;
import dev.muster.practice.windows.WsmanSettings;
import dev.muster.remote.TestServer;
import dev.muster.setup.Bastion;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.setup.Way;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

        @ParameterizedTest(name = "{0} of {1}, seed {2}")
        @MethodSource("dev.muster.run.WinRmFaultsTest#some")
        void a_fault_that_passes_costs_nothing_but_time(Mishap mishap, Operation of, long seed) throws Exception {
            passes(mishap, of, seed);
        }

        @ParameterizedTest(name = "{0} of {1}, seed {2}")
        @MethodSource("dev.muster.run.WinRmFaultsTest#slowMishaps")
        @Tag("slow")
        void a_silence_that_passes_costs_nothing_but_time(Mishap mishap, Operation of, long seed) throws Exception {
            passes(mishap, of, seed);
        }

        @ParameterizedTest(name = "{0} of {1}, seed {2}")
        @MethodSource("dev.muster.run.WinRmFaultsTest#all")
        @Tag("slow")
        void every_fault_of_every_operation_that_passes(Mishap mishap, Operation of, long seed) throws Exception {
            passes(mishap, of, seed);
        }

        @ParameterizedTest(name = "{0} of {1}, seed {2}")
        @MethodSource("dev.muster.run.WinRmFaultsTest#all")
        @Tag("slow")
        void every_fault_of_every_operation_that_stays(Mishap mishap, Operation of, long seed) throws Exception {
            stays(mishap, of, seed);
        }

        private void passes(Mishap mishap, Operation of, long seed) throws Exception {
            var spared = new Random(seed).nextInt(SCRIPTS);
            server.mishaps().after(of, spared, 1, mishap);

            var end = start(Duration.ofSeconds(60)).await();

            assertThat(end).as(() -> "after " + spared + ": " + last()).isEqualTo(RunEnd.DONE);
            whole(1);
        }

        @ParameterizedTest(name = "{0} of {1}, seed {2}")
        @MethodSource("dev.muster.run.WinRmFaultsTest#some")
        void a_fault_that_stays_is_told_as_it_is_and_resumed(Mishap mishap, Operation of, long seed) throws Exception {
            stays(mishap, of, seed);
        }

        private void stays(Mishap mishap, Operation of, long seed) throws Exception {
            var spared = new Random(seed).nextInt(SCRIPTS);
            server.mishaps().after(of, spared, Mishaps.FOR_EVER, mishap);

            var end = start(Duration.ofSeconds(2)).await();

            server.mishaps().none();
            is_told_as_it_is_and_resumed(end, 1);
        }

        @Override
        void stop() throws Exception {
            assertThat(server.openShells())
                    .as("shells that nobody deletes count for two hours")
                    .isLessThan(30);
            super.stop();
        }
    }

    @Nested
    @Tag("slow")
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

    /// Lock, start, follow, clear, lock: the third is what is read while it prints.
    private static final int SCRIPTS = 6;

    private static final List<Mishap> FAULTS = List.of(
            new Mishap.Status(401),
            new Mishap.Status(403),
            new Mishap.Status(500),
            new Mishap.Status(503),
            new Mishap.Told(Fault.TIMED_OUT),
            new Mishap.Told(Fault.NO_SUCH_SHELL),
            new Mishap.Told(Fault.TOO_MANY_SHELLS),
            new Mishap.Told(Fault.TOO_MANY_OPERATIONS),
            new Mishap.Told(Fault.ABORTED),
            new Mishap.Malformed(),
            new Mishap.Page(),
            new Mishap.Cut(0),
            new Mishap.Cut(700),
            new Mishap.Reset(0),
            new Mishap.Reset(700));

    private static final List<Operation> SAID =
            List.of(Operation.CREATE, Operation.COMMAND, Operation.RECEIVE, Operation.SIGNAL, Operation.DELETE);

    /// Each fault at one operation, by chance.
    static Stream<Arguments> some() {
        var random = new Random(FaultTable.SEED);
        return FAULTS.stream()
                .map(mishap -> Arguments.of(mishap, SAID.get(random.nextInt(SAID.size())), random.nextInt(1_000_000)));
    }

    static Stream<Arguments> all() {
        var random = new Random(FaultTable.SEED);
        return FAULTS.stream()
                .flatMap(mishap -> SAID.stream().map(of -> Arguments.of(mishap, of, random.nextInt(1_000_000))));
    }

    static Stream<Arguments> slowMishaps() {
        return Stream.of(new Mishap.Silence(), new Mishap.Drip(Duration.ofSeconds(1)))
                .flatMap(mishap -> SAID.stream().map(of -> Arguments.of(mishap, of, FaultTable.SEED)));
    }
}

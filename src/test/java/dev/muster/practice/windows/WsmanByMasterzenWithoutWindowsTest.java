package dev.muster.practice.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Our server as masterzen/winrm sees it. No Windows took part: the two may share a mistake that a real host would
/// show. Debian's version of it can't seal.
class WsmanByMasterzenWithoutWindowsTest {

    @TempDir
    private static Path folder;

    private static Masterzen masterzen;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        masterzen = new Masterzen(folder);
    }

    static Stream<Arguments> ways() {
        var https = Given.https().offering(Scheme.NEGOTIATE, Scheme.BASIC);
        var http = Given.http().opened().offering(Scheme.NEGOTIATE, Scheme.BASIC);
        return Stream.of(
                Arguments.of("NTLM over HTTPS", https, "ntlm"),
                Arguments.of("Basic over HTTPS", https, "basic"),
                Arguments.of("NTLM plain over an open HTTP", http, "ntlm"),
                Arguments.of("Basic over an open HTTP", http, "basic"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void it_logs_on_runs_a_command_and_gets_output_and_exit_code(String way, WsmanSettings settings, String scheme)
            throws IOException, InterruptedException {
        try (var server = WsmanServer.start(settings.recorded())) {
            var said = masterzen.run(server, scheme, Given.PASSWORD, "echo hello& echo oops 1>&2& exit 7", "");

            assertThat(said).containsExactly("\"hello\\r\\n\" \"oops\\r\\n\" 7");
            assertThat(server.openShells()).isZero();
            assertThat(server.heard().operations())
                    .startsWith(Operation.CREATE, Operation.COMMAND, Operation.RECEIVE)
                    .endsWith(Operation.DELETE);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void a_wrong_password_is_refused(String way, WsmanSettings settings, String scheme)
            throws IOException, InterruptedException {
        try (var server = WsmanServer.start(settings.recorded())) {
            var said = masterzen.run(server, scheme, "not it", "echo hello", "");

            assertThat(String.join("\n", said)).contains("401");
            assertThat(server.heard().requests()).isEmpty();
        }
    }

    @Test
    void silence_is_a_timeout_fault_after_which_it_asks_again() throws IOException, InterruptedException {
        try (var server = WsmanServer.start(Given.https().recorded())) {
            var said = masterzen.run(server, "ntlm", Given.PASSWORD, "ping -n 4 127.0.0.1", "");

            assertThat(said).singleElement().asString().endsWith(" \"\" 0");
            assertThat(said.getFirst().split("Reply", -1)).hasSize(5);
        }
    }

    /// It doesn't say where its input ends, so that the command has to know.
    @Test
    void what_it_sends_a_command_reads() throws IOException, InterruptedException {
        try (var server = WsmanServer.start(Given.https().recorded())) {
            var said = masterzen.run(server, "ntlm", Given.PASSWORD, "set /p line=", "one\n");

            assertThat(said).containsExactly("\"\" \"\" 0");
            assertThat(server.heard().operations()).contains(Operation.SEND);
        }
    }

    @Test
    void what_is_sealed_only_it_does_not_get_into() throws IOException, InterruptedException {
        try (var server = WsmanServer.start(Given.http().recorded())) {
            var said = masterzen.run(server, "ntlm", Given.PASSWORD, "echo hello", "");

            assertThat(String.join("\n", said)).contains("401");
            assertThat(server.heard().requests()).isEmpty();
        }
    }
}

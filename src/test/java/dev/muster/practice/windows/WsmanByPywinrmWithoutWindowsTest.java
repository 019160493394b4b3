package dev.muster.practice.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Our server as pywinrm sees it. No Windows took part: the two may share a mistake that a real host would show.
class WsmanByPywinrmWithoutWindowsTest {

    private static final String RUN = """
        p = protocol()
        """ + Pywinrm.RUN;

    @TempDir
    private Path folder;

    private Pywinrm pywinrm;

    @BeforeEach
    void find() throws IOException, InterruptedException {
        pywinrm = new Pywinrm(folder);
    }

    static Stream<Arguments> ways() {
        var https = Given.https().offering(Scheme.NEGOTIATE, Scheme.BASIC);
        var http = Given.http();
        return Stream.of(
                Arguments.of("NTLM sealed over HTTP", http, "ntlm", "always", true),
                Arguments.of("NTLM plain over HTTPS", https, "ntlm", "never", false),
                Arguments.of("NTLM sealed over HTTPS", https, "ntlm", "always", true),
                Arguments.of("NTLM plain over an open HTTP", http.opened(), "ntlm", "never", false),
                Arguments.of("Basic over HTTPS", https, "basic", "auto", false),
                Arguments.of("Basic over an open HTTP", http.opened().offering(Scheme.BASIC), "basic", "auto", false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void it_logs_on_runs_a_command_and_gets_output_and_exit_code(
            String way, WsmanSettings settings, String transport, String encryption, boolean sealed)
            throws IOException, InterruptedException {
        try (var server = WsmanServer.start(settings.recorded())) {
            var ended = pywinrm.run(server, transport, Given.PASSWORD, encryption, RUN);

            assertThat(ended.lines()).as(ended.err()).containsExactly(Pywinrm.RAN);
            assertThat(server.openShells()).isZero();
            assertThat(server.heard().requests()).allMatch(it -> it.sealed() == sealed);
            assertThat(server.heard().refusedLogons()).isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void a_wrong_password_is_refused(String way, WsmanSettings settings, String transport, String encryption)
            throws IOException, InterruptedException {
        try (var server = WsmanServer.start(settings.recorded())) {
            var ended = pywinrm.run(server, transport, "not it", encryption, RUN);

            assertThat(ended.exit()).isNotZero();
            assertThat(ended.err()).contains("the specified credentials were rejected by the server");
            assertThat(server.heard().requests()).isEmpty();
            assertThat(server.heard().logons()).isZero();
        }
    }

    @Test
    void silence_is_a_timeout_fault_after_which_it_asks_again() throws IOException, InterruptedException {
        try (var server = WsmanServer.start(Given.http().recorded())) {
            var ended = pywinrm.run(server, "ntlm", Given.PASSWORD, "always", """
                p = protocol(operation_timeout_sec=1, read_timeout_sec=5)
                s = p.open_shell()
                text = 'Start-Sleep 2; echo late'
                c = p.run_command(s, 'powershell -encodedcommand ' + base64.b64encode(text.encode('utf_16_le')).decode())
                print(p.get_command_output(s, c))
                """);

            assertThat(ended.lines()).as(ended.err()).containsExactly("(b'late\\r\\n', b'', 0)");
            assertThat(server.heard().operations())
                    .filteredOn(Operation.RECEIVE::equals)
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void a_script_of_powershell_runs_and_its_error_comes_as_clixml() throws IOException, InterruptedException {
        try (var server = WsmanServer.start(Given.http())) {
            var ended = pywinrm.run(server, "ntlm", Given.PASSWORD, "always", """
                text = "Write-Output 'hello'; Write-Error 'broken <thing>'; exit 3010"
                p = protocol()
                s = p.open_shell()
                c = p.run_command(s, 'powershell', ['-encodedcommand', base64.b64encode(text.encode('utf_16_le')).decode()])
                out, err, code = p.get_command_output(s, c)
                print(out.decode().rstrip()); print(err.decode().splitlines()); print(code)
                """);

            assertThat(ended.lines()).as(ended.err()).hasSize(3).satisfies(lines -> {
                assertThat(lines.get(0)).isEqualTo("hello");
                assertThat(lines.get(1)).startsWith("['#< CLIXML', '<Objs ").contains("broken &lt;thing&gt;_x000D_");
                assertThat(lines.get(2)).isEqualTo("3010");
            });
        }
    }

    @Test
    void a_shell_that_is_gone_and_a_quota_are_faults_it_can_read() throws IOException, InterruptedException {
        try (var server = WsmanServer.start(Given.http().within(new Quotas(1, 10)))) {
            var ended = pywinrm.run(server, "ntlm", Given.PASSWORD, "always", """
                p = protocol()
                s = p.open_shell()
                try:
                    p.open_shell()
                except Exception as e:
                    print(type(e).__name__, str(e))
                try:
                    p.run_command('00000000-0000-0000-0000-000000000000', 'echo hello')
                except Exception as e:
                    print(type(e).__name__, str(e))
                """);

            assertThat(ended.lines()).as(ended.err()).hasSize(2);
            assertThat(ended.lines().get(0)).contains("maximum number of");
            assertThat(ended.lines().get(1)).contains("shell was not found");
        }
    }
}

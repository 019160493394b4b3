package dev.muster.remote.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.Secret;
import dev.muster.practice.windows.Account;
import dev.muster.practice.windows.Win1;
import dev.muster.practice.windows.WsmanServer;
import dev.muster.practice.windows.WsmanSettings;
import dev.muster.remote.windows.WinRmFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The library over our own wire, against the practice hosts' server; no Windows took part.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WinRmSessionTest {

    private static final Account ACCOUNT = new Account("Administrator", "Grüße-1");
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final WinRm library = new WinRm();

    @AfterAll
    void close() {
        library.close();
    }

    @Test
    void a_command_runs_over_tls_no_windows_took_part() throws Exception {
        Win1 silent = (_, _) -> 0;
        try (var server = WsmanServer.start(WsmanSettings.https(silent, ACCOUNT));
                var session = open(server, true, ACCOUNT.password())) {
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();

            var exit = session.run(
                    Map.of("A", "1"),
                    powershell("Write-Output hello; exit 3010"),
                    out::writeBytes,
                    err::writeBytes,
                    LIMIT,
                    LIMIT);

            assertThat(exit).isEqualTo(3010);
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("hello\r\n");
            assertThat(server.heard().logons()).isEqualTo(1);
            assertThat(server.openShells()).isZero();
        }
    }

    private WinRmSession open(WsmanServer server, boolean https, String password) throws WinRmFailure, IOException {
        return door(server, https)
                .signIn(library, new Credentials.Ntlm("", ACCOUNT.user(), Secret.of(password)), () -> {
                    try {
                        return door(server, https);
                    } catch (IOException e) {
                        throw new WinRmFailure(Kind.BROKEN, String.valueOf(e.getMessage()));
                    }
                });
    }

    private static WinRmDoor door(WsmanServer server, boolean https) throws WinRmFailure, IOException {
        return WinRmDoor.open(
                new Socket("127.0.0.1", server.port()),
                new Endpoint("127.0.0.1", server.port(), https),
                shown -> shown.equals(server.certificate()),
                LIMIT);
    }

    private static String powershell(String words) {
        return "powershell.exe -EncodedCommand "
                + java.util.Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_16LE));
    }
}

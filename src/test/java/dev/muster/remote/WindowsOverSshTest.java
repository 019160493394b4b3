package dev.muster.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.muster.remote.Opened.KeyUnknown;
import dev.muster.remote.Opened.Ready;
import dev.muster.remote.Opened.Refused;
import dev.muster.remote.windows.Loader;
import dev.muster.script.Script;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import dev.muster.setup.Way;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A Windows host's second way: the loader over SSH, against a server that does what the loader would; no Windows
/// took part.
@Timeout(60)
final class WindowsOverSshTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    private Path home;

    private TestServer server;
    private SshReach reach;
    private volatile String elevated = "yes";
    private volatile String command = "";

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(home).with(ssh -> ssh.setCommandFactory((_, words) -> new Shell(words)));
        server.start();
        reach = TestServer.reach(home, TestServer.secrets());
    }

    @AfterEach
    void close() throws IOException {
        reach.close();
        server.close();
    }

    @Test
    void a_script_goes_by_standard_input_and_never_by_the_command_line_no_windows_took_part() throws Exception {
        var ready = ready();

        var output = ready.connection().run(script("grüße 一"), SOON);

        assertThat(output.out()).isEqualTo("ran: $ACT = 'grüße 一'\n");
        assertThat(output.err()).isEqualTo("Zeile 1\n");
        assertThat(output.exit()).isEqualTo(3010);
        assertThat(command).isEqualTo(Loader.COMMAND);
    }

    @Test
    void a_script_that_prints_nothing_is_given_up_no_windows_took_part() throws Exception {
        var connection = ready().connection();

        assertThatThrownBy(() -> connection.run(script("sleep"), Duration.ofSeconds(2)))
                .asInstanceOf(type(LostException.class))
                .satisfies(lost -> assertThat(lost.why().key()).isEqualTo(RemoteWords.TOO_LONG));
        assertThat(connection.run(script("after"), SOON).exit()).isEqualTo(3010);
    }

    @Test
    void a_process_that_ends_without_a_word_is_lost_no_windows_took_part() throws Exception {
        var connection = ready().connection();

        assertThatThrownBy(() -> connection.run(script("die"), SOON))
                .asInstanceOf(type(LostException.class))
                .satisfies(lost -> {
                    assertThat(lost.why().key()).isEqualTo(RemoteWords.LOADER_CUT);
                    assertThat(lost.why().arguments()).contains("-1073741819");
                });
    }

    @Test
    void an_account_without_rights_is_refused_at_the_last_rung_no_windows_took_part() throws Exception {
        elevated = "no";
        confirm();

        var opened = reach.open(host());

        assertThat(opened)
                .asInstanceOf(type(Refused.class))
                .satisfies(refused -> assertThat(refused.what().key()).isEqualTo(RemoteWords.NOT_ELEVATED));
    }

    private void confirm() throws InterruptedException {
        if (reach.open(host()) instanceof KeyUnknown unknown) {
            TestServer.trust(home).confirm(unknown.offered());
        }
    }

    private Ready ready() throws InterruptedException {
        confirm();
        var opened = reach.open(host());
        assertThat(opened).isInstanceOf(Ready.class);
        return (Ready) opened;
    }

    private Host host() {
        return server.host(TestServer.password()).withOs(Os.WINDOWS).withWay(new Way.Ssh());
    }

    private static Script script(String act) {
        return Script.of("windows/lock.ps1").with("ACT", act);
    }

    /// The loader's part, as its protocol has it.
    private final class Shell extends AbstractCommandSupport {

        Shell(String words) {
            super(words, null);
        }

        @Override
        public void run() {
            command = getCommand();
            try {
                var sent = sent();
                var mark = sent.get("MUSTER_MARK");
                say("Welcome to a banner");
                say(mark + " begin");
                onExit(act(mark, text(sent)));
            } catch (IOException e) {
                onExit(1, String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private int act(String mark, String text) throws IOException, InterruptedException {
            if (text.startsWith("# hello.ps1") || text.contains("\n# hello.ps1")) {
                put(
                        mark,
                        "user WIN1\\ops\nelevated " + elevated
                                + "\nkernel Windows_NT 10.0.20348\nlanguage FullLanguage\n");
                say(mark + " end 0");
                return 0;
            }
            var act = text.lines()
                    .filter(line -> line.startsWith("$ACT"))
                    .findFirst()
                    .orElse("");
            if (act.contains("sleep")) {
                Thread.sleep(Duration.ofMinutes(1));
            }
            if (act.contains("die")) {
                return -1073741819;
            }
            put(mark, "ran: " + act + "\n");
            getErrorStream()
                    .write(("#< CLIXML\r\n<Objs Version=\"1.1.0.1\"><Obj S=\"progress\"><MS/></Obj>"
                                    + "<S S=\"Error\">Zeile 1_x000A_</S></Objs>")
                            .getBytes(StandardCharsets.UTF_8));
            getErrorStream().flush();
            say(mark + " end exit");
            return 3010;
        }

        private void put(String mark, String text) throws IOException {
            say(mark + " o " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        }

        private void say(String line) throws IOException {
            getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            getOutputStream().flush();
        }

        private Map<String, String> sent() throws IOException {
            var sent = new HashMap<String, String>();
            var lines = new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.US_ASCII));
            for (var line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
                sent.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
            return sent;
        }

        private static String text(Map<String, String> sent) throws IOException {
            var packed = new ByteArrayOutputStream();
            for (var part = 1; part <= Integer.parseInt(sent.get("MUSTER_PARTS")); part++) {
                packed.writeBytes(sent.get("MUSTER_" + part).getBytes(StandardCharsets.US_ASCII));
            }
            var gzip = new ByteArrayInputStream(Base64.getDecoder().decode(packed.toByteArray()));
            try (var text = new GZIPInputStream(gzip)) {
                return new String(text.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}

package dev.muster.practice.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.practice.PracticeHosts;
import dev.muster.remote.windows.Envelope;
import dev.muster.remote.windows.Loader;
import dev.muster.script.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the practice hosts that are Windows hosts answer to Muster's own loader, brought by a client that isn't ours.
/// No Windows took part, and no PowerShell.
class PracticeByPywinrmWithoutWindowsTest {

    /// Of several variables 0.3.0 sends the last only; it is mended where it prints its XML.
    private static final String RUN = """
        import json, xmltodict
        sent = json.load(open(sys.argv[5]))
        unparse = xmltodict.unparse
        def mended(message):
            shell = message['env:Envelope']['env:Body'].get('rsp:Shell')
            if shell and 'rsp:Environment' in shell:
                variables = [{'@Name': name, '#text': value} for name, value in sent['variables'].items()]
                shell['rsp:Environment'] = {'rsp:Variable': variables}
            return unparse(message)
        xmltodict.unparse = mended
        p = protocol()
        s = p.open_shell(env_vars=sent['variables'])
        c = p.run_command(s, sent['command'])
        out, err, code = p.get_command_output(s, c)
        p.cleanup_command(s, c)
        p.close_shell(s)
        sys.stdout.write(out.decode())
        sys.stdout.write(err.decode())
        print('exit', code)
        """;

    @TempDir
    private Path folder;

    private Pywinrm pywinrm;
    private PracticeHosts hosts;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        hosts = PracticeHosts.start(50);
        pywinrm = new Pywinrm(folder);
    }

    @AfterEach
    void close() {
        hosts.close();
    }

    private String run(String host, Envelope envelope) throws IOException, InterruptedException {
        var port = hosts.keys().stream()
                .filter(it -> it.host().equals(host))
                .findFirst()
                .orElseThrow()
                .port();
        var variables = envelope.variables().entrySet().stream()
                .map(it -> "\"" + it.getKey() + "\": \"" + it.getValue() + "\"")
                .collect(Collectors.joining(", "));
        var sent = Files.writeString(
                folder.resolve("sent.json"),
                "{\"command\": \"" + Loader.COMMAND + "\", \"variables\": {" + variables + "}}");
        var ended = pywinrm.run(
                "https://127.0.0.1:" + port + "/wsman",
                "ntlm",
                hosts.environment().get("PRACTICE_WINDOWS"),
                "never",
                RUN,
                sent.toString());
        assertThat(ended.exit()).as(ended.err()).isZero();
        return String.join("\n", ended.lines());
    }

    private static String unframed(String said) {
        return said.lines()
                .filter(line -> line.matches("mark-[0-9]+ [oe] .*"))
                .map(line -> new String(
                        Base64.getDecoder().decode(line.replaceFirst("mark-[0-9]+ [oe] ", "")), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    @Test
    void a_script_comes_out_of_its_envelope_and_answers_in_the_frame() throws IOException, InterruptedException {
        var said =
                run("win1", Envelope.of("mark-1", Script.of("windows/hello.ps1").text(), new byte[0]));

        assertThat(said).startsWith("mark-1 begin").endsWith("mark-1 end 0\nexit 0");
        assertThat(unframed(said))
                .contains("user WIN1\\Administrator\nelevated yes\n", "kernel Windows_NT 10.0.17134.0\n");
    }

    @Test
    void a_damaged_envelope_runs_nothing() throws IOException, InterruptedException {
        var sent = Envelope.of("mark-2", Script.of("windows/hello.ps1").text(), new byte[0]);
        var damaged = new LinkedHashMap<>(sent.variables());
        damaged.put("MUSTER_HASH", "0".repeat(64));

        var said = run("win1", new Envelope("mark-2", damaged));

        assertThat(said).endsWith("mark-2 end 97\nexit 97");
        assertThat(unframed(said)).startsWith("the script came damaged: hash ").doesNotContain("user");
    }

    @Test
    void values_in_powershells_quoting_and_the_input_arrive() throws IOException, InterruptedException {
        var inner = Script.of("windows/reboot.ps1").with("BOOT", "it's 'so'\u2019");
        var start = Script.of("windows/job-start.ps1")
                .with("RUN", "run-1")
                .with("JOB", "reboot")
                .with("SCRIPT", inner.text())
                .with("SECRETS", "token 5");
        var follow = Script.of("windows/job-follow.ps1")
                .with("RUN", "run-1")
                .with("JOB", "reboot")
                .with("OFFSET", "0")
                .with("SECONDS", "5");

        var started = run("win2", Envelope.of("mark-3", start.text(), "12345".getBytes(StandardCharsets.US_ASCII)));
        assertThat(unframed(started)).matches("(running|ended 10) [0-9]+\n");
        var said = run("win2", Envelope.of("mark-4", follow.text(), new byte[0]));

        assertThat(unframed(said))
                .startsWith("beat\n")
                .contains("error: not a start's time: it's 'so'\u2019\n")
                .contains("state ended 10 ");
    }

    @Test
    void a_script_that_it_does_not_know_it_refuses_aloud() throws IOException, InterruptedException {
        var said = run("win1", Envelope.of("mark-5", "# nothing.ps1: knows nothing\n", new byte[0]));

        assertThat(said).endsWith("mark-5 end 1\nexit 1");
        assertThat(unframed(said)).isEqualTo("practice host: I don't know the script nothing.ps1\n");
    }
}

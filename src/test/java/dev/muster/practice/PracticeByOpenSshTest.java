package dev.muster.practice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.script.Script;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The practice hosts as OpenSSH's client sees them.
class PracticeByOpenSshTest {

    private static final byte[] NOTHING = {};

    @TempDir
    private Path folder;

    private PracticeHosts hosts;
    private OpenSsh ssh;

    @BeforeEach
    void open() throws IOException {
        hosts = PracticeHosts.start(100);
        ssh = new OpenSsh(folder, hosts);
    }

    @AfterEach
    void close() {
        hosts.close();
    }

    @Test
    void a_frame_runs_and_its_status_stands_in_the_last_line() throws IOException, InterruptedException {
        var ended = ssh.run("lin1", "sudo -n sh -s", OpenSsh.frame(Script.of("linux/hello.sh"), "none", "keep"));

        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).isEqualTo("\nmark-0123 begin\nuid 0\nuser root\nkernel Linux\n\nmark-0123 end 0\n");
        assertThat(ended.err()).endsWith("\nmark-0123 begin\n\nmark-0123 end 0\n");
    }

    @Test
    void the_facts_come_in_the_lines_of_probe_sh() throws IOException, InterruptedException {
        var ended = ssh.run("lin1", "sudo -n sh -s", OpenSsh.frame(Script.of("linux/probe.sh"), "none", "keep"));

        assertThat(ended.out()).startsWith("\nmark-0123 begin\nmuster-probe 1 ").contains("@hostname lin1\n");
    }

    @Test
    void what_it_does_not_know_it_refuses_aloud() throws IOException, InterruptedException {
        var command = ssh.run("lin1", "hostname", NOTHING);
        var script = ssh.run("lin1", "sh -s", "echo I am nobody's script\n".getBytes(UTF_8));
        var denied = ssh.run("lin1", "sh -s", OpenSsh.frame(Script.of("linux/probe.sh"), "none", "keep"));

        assertThat(command.exit()).isEqualTo(127);
        assertThat(command.err()).contains("practice host: I don't know this command: hostname");
        assertThat(script.exit()).isEqualTo(127);
        assertThat(denied.out()).endsWith("\nmark-0123 end 10\n");
        assertThat(denied.err()).contains("probe.sh needs root");
    }

    @Test
    void sudo_asks_by_our_prompt_and_takes_the_right_password_only() throws IOException, InterruptedException {
        var frame = OpenSsh.frame(Script.of("linux/hello.sh"), "none", "remove");
        assertThat(ssh.run("lin4", "sudo -n sh -s", NOTHING).err()).contains("sudo: a password is required");
        var path = place(frame);

        var wrong = ssh.run("lin4", "sudo -S -p ask-77 sh " + path, "typo\n".getBytes(UTF_8));
        var right = ssh.run(
                "lin4",
                "sudo -S -p ask-77 sh " + path,
                (hosts.environment().get("PRACTICE_SUDO") + "\n").getBytes(UTF_8));

        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("ask-77").contains("Sorry, try again.");
        assertThat(right.out()).contains("uid 0\n").endsWith("\nmark-0123 end 0\n");
    }

    /// The text is sent only when the begin line has come, as the protocol wants it.
    private String place(byte[] frame) throws IOException, InterruptedException {
        var process = ssh.start("lin4", "sh -s");
        process.getOutputStream().write(OpenSsh.frame(Script.of("linux/place.sh"), "channel", "keep"));
        process.getOutputStream().flush();
        var out = process.inputReader();
        assertThat(out.readLine()).isEmpty();
        assertThat(out.readLine()).isEqualTo("mark-0123 begin");
        process.getOutputStream().write(frame);
        process.getOutputStream().close();
        var path = out.readLine();
        process.waitFor();
        return path;
    }
}

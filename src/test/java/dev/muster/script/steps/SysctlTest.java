package dev.muster.script.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SysctlTest {

    @TempDir
    private Path scratch;

    private Path conf() {
        return scratch.resolve("etc/90-muster.conf");
    }

    private Path forward() {
        return scratch.resolve("live/net/ipv4/ip_forward");
    }

    @BeforeEach
    void a_kernel_that_does_not_forward() throws IOException {
        Files.createDirectories(forward().getParent());
        Files.writeString(forward(), "0\n");
        Files.writeString(forward().resolveSibling("ip_local_port_range"), "1024\t65000\n");
    }

    private Script script(String file, String... settings) {
        return Script.of("linux/" + file)
                .with("SETTINGS", List.of(settings))
                .with("CONF", conf().toString())
                .with("LIVE", scratch.resolve("live").toString());
    }

    private Shell.Ended run(Shell shell, String file, String... settings) {
        return shell.run(script(file, settings), Map.of("SCRATCH", scratch.toString()));
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void sets_live_and_for_later_and_twice_is_once(Shell shell) throws IOException {
        var once = run(shell, "sysctl.sh", "net.ipv4.ip_forward=1", "net.ipv4.ip_local_port_range=1024 65000");
        var kept = Files.readString(conf());
        var twice = run(shell, "sysctl.sh", "net.ipv4.ip_forward=1", "net.ipv4.ip_local_port_range=1024 65000");

        assertThat(once.exit()).as("%s", once).isZero();
        assertThat(forward()).hasContent("1\n");
        assertThat(kept).isEqualTo("""
            # before: net.ipv4.ip_forward = 0
            net.ipv4.ip_forward = 1
            net.ipv4.ip_local_port_range = 1024 65000
            """);
        assertThat(twice.last()).startsWith("already so: ");
        assertThat(conf()).hasContent(kept);
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void undo_brings_back_what_was_there_before_the_first_run(Shell shell) throws IOException {
        run(shell, "sysctl.sh", "net.ipv4.ip_forward=1");
        Files.writeString(forward(), "2\n");
        run(shell, "sysctl.sh", "net.ipv4.ip_forward=1");

        var undone = run(shell, "sysctl-undo.sh", "net.ipv4.ip_forward=1");

        assertThat(undone.exit()).isZero();
        assertThat(forward()).hasContent("0\n");
        assertThat(conf()).doesNotExist();
        assertThat(run(shell, "sysctl-undo.sh", "net.ipv4.ip_forward=1").last()).startsWith("already so");
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void killed_between_the_file_and_the_kernel_it_goes_on_next_time(Shell shell) throws IOException {
        Files.createDirectories(conf().getParent());
        Files.writeString(conf(), "# before: net.ipv4.ip_forward = 0\nnet.ipv4.ip_forward = 1\n");
        Files.writeString(conf().resolveSibling("90-muster.conf.new"), "half a li");

        var ended = run(shell, "sysctl.sh", "net.ipv4.ip_forward=1");

        assertThat(ended.last()).startsWith("done: ");
        assertThat(forward()).hasContent("1\n");
        assertThat(conf()).hasContent("# before: net.ipv4.ip_forward = 0\nnet.ipv4.ip_forward = 1\n");
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void what_is_no_setting_changes_nothing(Shell shell) {
        for (var wrong : List.of("net.ipv4.ip_forward", "net.ipv4.ip_forward=", "../../x=1", "a b=1", "net.none=1")) {
            assertThat(run(shell, "sysctl.sh", wrong).exit()).as(wrong).isEqualTo(10);
        }
        assertThat(run(shell, "sysctl.sh", "net.ipv4.ip_forward=1;reboot").exit())
                .isEqualTo(10);
        assertThat(forward()).hasContent("0\n");
        assertThat(conf()).doesNotExist();
    }
}

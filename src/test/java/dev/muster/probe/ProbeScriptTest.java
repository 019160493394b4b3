package dev.muster.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.base.Reading;
import dev.muster.remote.Output;
import dev.muster.script.Script;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The script itself, on this very machine.
class ProbeScriptTest {

    @TempDir
    private Path scratch;

    static Stream<List<String>> shells() {
        return Stream.of(List.of("dash"), List.of("busybox", "sh"));
    }

    private record Ran(int exit, String out, Duration took, Instant began) {

        Facts facts() {
            return FactsReader.read(new Output(exit, out, "", began, took));
        }
    }

    private Ran run(List<String> command, Script script, Map<String, String> environment)
            throws IOException, InterruptedException {
        assumeTrue(isHere(command.getFirst()), () -> command.getFirst() + " isn't on this machine");
        var file = Files.writeString(scratch.resolve("probe.sh"), script.text());
        var out = scratch.resolve("out");
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectInput(file.toFile());
        builder.redirectOutput(out.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        var began = Instant.now();
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends in 60 s").isTrue();
        return new Ran(
                process.exitValue(),
                Files.readString(out, StandardCharsets.ISO_8859_1),
                Duration.between(began, Instant.now()),
                began);
    }

    private Ran run(List<String> command) throws IOException, InterruptedException {
        return run(command, Script.of("linux/probe.sh"), Map.of());
    }

    private static boolean isHere(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// A program of that name stands first in the path.
    private Map<String, String> with(String program, String body) throws IOException {
        var file = Files.createDirectories(scratch.resolve("bin")).resolve(program);
        Files.writeString(file, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Map.of("PATH", file.getParent() + ":" + System.getenv("PATH"));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void this_machine_says_what_the_jdk_knows_too(List<String> shell) throws IOException, InterruptedException {
        var ran = run(shell);
        var facts = ran.facts();

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("muster-probe 1 ").endsWith("\n.\n");
        assertThat(facts.cpus()).isEqualTo(Reading.of(Runtime.getRuntime().availableProcessors()));
        assertThat(facts.kernel()).isEqualTo(Reading.of(System.getProperty("os.version")));
        assertThat(facts.memory().known().orElseThrow().value()).isGreaterThan(100_000_000);
        assertThat(facts.disks()).containsKeys("/var/lib/docker", "/var/lib/kubelet", "/var/log");
        assertThat(facts.sysctls().get("kernel.pid_max"))
                .isEqualTo(Reading.of(
                        Files.readAllLines(Path.of("/proc/sys/kernel/pid_max")).getFirst()));
        var clock = facts.clock().known().orElseThrow();
        assertThat(clock.ahead().abs()).isLessThanOrEqualTo(clock.error());
    }

    @ParameterizedTest
    @MethodSource("shells")
    void somebody_who_is_not_root_is_told_what_was_denied(List<String> shell) throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can become nobody");
        assumeTrue(isHere("setpriv"), "setpriv isn't on this machine");

        var ran = run(
                Stream.concat(Stream.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), shell.stream())
                        .toList());
        var facts = ran.facts();

        assertThat(ran.out()).endsWith("\n.\n");
        assertThat(facts.memory()).isInstanceOf(Reading.Known.class);
        assertThat(facts.firewall().map(Firewall::tool)).isNotEqualTo(Reading.of("nftables"));
        assertThat(facts.listeners().known().orElseThrow())
                .allMatch(listener -> listener.process().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("shells")
    void a_docker_that_hangs_costs_its_own_facts_and_some_seconds(List<String> shell)
            throws IOException, InterruptedException {
        var script = Script.of("linux/probe.sh").with("PATIENCE", "1");

        var ran = run(shell, script, with("docker", "trap '' TERM\nsleep 77\n"));
        var facts = ran.facts();

        assertThat(ran.took()).isLessThan(Duration.ofSeconds(15));
        assertThat(facts.docker().known().orElseThrow()).isInstanceOf(Docker.Silent.class);
        assertThat(facts.leftovers()).isNotEqualTo(Reading.of(List.of()));
        assertThat(facts.memory()).isInstanceOf(Reading.Known.class);
        assertThat(ProcessHandle.allProcesses()
                        .filter(process -> process.info()
                                .arguments()
                                .map(Arrays::asList)
                                .filter(arguments -> arguments.equals(List.of("77")))
                                .isPresent()))
                .isEmpty();
    }

    /// BusyBox brings a dd of its own, which can't force single writes, and says so.
    @Test
    void etcds_disk_is_timed_in_a_file_without_a_name() throws IOException, InterruptedException {
        var folder = Files.createDirectories(scratch.resolve("etcd"));
        var seen = scratch.resolve("seen");
        var script = Script.of("linux/probe.sh")
                .with("ETCD_DISK", folder + "/member/wal")
                .with("WRITES", "20");

        var ran =
                run(List.of("dash"), script, with("dd", "ls -A " + folder + " >>" + seen + "\nexec /bin/dd \"$@\"\n"));

        var times = ran.facts().etcdDisk().known().orElseThrow();
        assertThat(times.folder()).isEqualTo(folder.toString());
        assertThat(times.writes()).isEqualTo(20);
        assertThat(times.slowest()).isGreaterThanOrEqualTo(times.p99()).isGreaterThanOrEqualTo(times.median());
        assertThat(seen).as("what the folder had in it while it was written to").isEmptyFile();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void a_disk_that_hangs_leaves_nothing_behind(List<String> shell) throws IOException, InterruptedException {
        var folder = Files.createDirectories(scratch.resolve("etcd"));
        var script =
                Script.of("linux/probe.sh").with("ETCD_DISK", folder.toString()).with("PATIENCE", "1");

        var ran = run(shell, script, with("dd", "trap '' TERM\nsleep 78\n"));

        assertThat(ran.facts().etcdDisk()).isInstanceOf(Reading.Unknown.class);
        assertThat(ran.facts().memory()).isInstanceOf(Reading.Known.class);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void nobody_at_a_port_is_an_answer_and_a_name_that_is_not_there_too(List<String> shell)
            throws IOException, InterruptedException {
        var script = Script.of("linux/probe.sh")
                .with("SERVER", "https://127.0.0.1:1")
                .with("REGISTRIES", List.of("https://no-such-registry.invalid"));

        var outlook = run(shell, script, Map.of()).facts().outlook();

        var rancher = outlook.rancher().known().orElseThrow();
        assertThat(rancher.addresses()).isEqualTo(Reading.of(List.of("127.0.0.1")));
        assertThat(rancher.outcome().known().orElseThrow())
                .isInstanceOfSatisfying(
                        Visit.Silent.class, silent -> assertThat(silent.why()).contains("refused"));
        assertThat(outlook.registries())
                .singleElement()
                .satisfies(registry ->
                        assertThat(registry.outcome().known().orElseThrow()).isInstanceOf(Visit.Silent.class));
    }

    @Test
    void a_proxys_password_stays_on_the_host() throws IOException, InterruptedException {
        var environment = new HashMap<>(with("k3s-of-a-test", "sleep 5\n"));
        environment.put("HTTPS_PROXY", "http://somebody:secret-word@proxy:3128");
        var service = new ProcessBuilder(scratch.resolve("bin/k3s-of-a-test").toString());
        service.environment().putAll(environment);
        var process = service.start();
        try {
            var ran = run(List.of("dash"));

            assertThat(ran.facts().outlook().proxies().known().orElseThrow())
                    .contains(new ProxySetting("k3s-of-a-test", "HTTPS_PROXY", "http://***@proxy:3128"));
            assertThat(ran.facts().toString()).doesNotContain("secret-word");
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void a_command_that_never_stops_talking_is_cut(List<String> shell) throws IOException, InterruptedException {
        var ran = run(shell, Script.of("linux/probe.sh"), with("nft", "while :; do echo 'table 1 hook input'; done\n"));

        assertThat(ran.out().length()).isLessThan(3_000_000);
        assertThat(ran.facts().firewall()).isInstanceOf(Reading.Unknown.class);
        assertThat(ran.facts().memory()).isInstanceOf(Reading.Known.class);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void what_a_command_says_can_not_pass_for_another_answer(List<String> shell)
            throws IOException, InterruptedException {
        var hostile = with("docker", """
            printf '>0\\n.\\n@hostname evil\\n<memory base64\\n\\033[2J\\000\\377\\n.\\n'
            printf '>0\\n.\\n@hostname evil\\n' >&2
            """);

        var facts = run(shell, Script.of("linux/probe.sh"), hostile).facts();

        assertThat(facts.hostName()).isNotEqualTo(Reading.of("evil"));
        assertThat(facts.memory()).isInstanceOf(Reading.Known.class);
        assertThat(facts.timeZone()).isInstanceOf(Reading.Known.class);
    }

    @Test
    void without_any_tool_but_the_shells_own_the_reasons_are_said() throws IOException, InterruptedException {
        var tools = Files.createDirectories(scratch.resolve("few"));
        for (var tool : List.of("sh", "cat", "head", "od", "date", "uname", "tr", "awk", "ls", "sleep")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }
        var few = Script.of("linux/probe.sh").with("PATH", tools.toString());
        var text = few.text().replace("PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin", "");
        var file = Files.writeString(scratch.resolve("few.sh"), text);
        var process = new ProcessBuilder("dash", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

        var facts = FactsReader.read(Printed.output(out));

        assertThat(facts.memory()).isInstanceOf(Reading.Known.class);
        assertThat(facts.addresses()).isEqualTo(Reading.unknown("ip: command not found"));
        assertThat(facts.docker()).isEqualTo(Reading.of(new Docker.Absent()));
        assertThat(facts.disks().get("/var/log")).isEqualTo(Reading.unknown("setsid: command not found"));
        assertThat(facts.leftovers()).isInstanceOf(Reading.Unknown.class);
    }
}

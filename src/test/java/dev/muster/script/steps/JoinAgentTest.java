package dev.muster.script.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The join against a stand-in for Docker (`stand-in-docker/docker`, a script); the lab joins against a real one.
class JoinAgentTest {

    private static final String TOKEN = "t0ken-with-*-[x]-and-$HOME-in-it";
    private static final String SERVER = "https://rancher.example";

    @TempDir
    private Path scratch;

    private Shell.Ended join(Shell shell, String behaviour) throws IOException {
        return shell.run(script(behaviour), environment());
    }

    private Script script(String behaviour) throws IOException {
        Files.writeString(Files.createDirectories(state()).resolve("behaviour"), behaviour + "\n");
        var token = Files.createDirectories(scratch.resolve("secrets")).resolve("registration.token");
        Files.writeString(token, TOKEN);
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        return Script.of("linux/join-agent.sh")
                .with("SERVER", SERVER)
                .withSecret("TOKEN_FILE", "registration.token")
                .with("CA_CHECKSUM", "")
                .with("IMAGE", "rancher/rancher-agent:v2.1.6")
                .with("NODE_NAME", "lin1")
                .with("ADDRESS", "")
                .with("INTERNAL_ADDRESS", "10.0.0.11")
                .with("ROLES", List.of("etcd", "worker"))
                .with("LABELS", List.of("role=ingress", "zone=a b"))
                .with("TIMEOUT", "4")
                .with("PAUSE", "0.1")
                .with("ETC", state().resolve("etc").toString());
    }

    private Path state() {
        return scratch.resolve("state");
    }

    private Map<String, String> environment() {
        return Map.of(
                "SCRATCH", scratch.toString(),
                "STAND_IN", state().toString(),
                "MUSTER_SECRETS", scratch.resolve("secrets").toString(),
                "PATH", Path.of("src/test/resources/stand-in-docker").toAbsolutePath() + ":" + System.getenv("PATH"));
    }

    private void container(String id, String name, String status, String server, String log) throws IOException {
        var folder = Files.createDirectories(state().resolve("containers").resolve(id));
        Files.writeString(folder.resolve("status"), status + "\n");
        Files.writeString(folder.resolve("restarts"), "0\n");
        Files.writeString(folder.resolve("name"), name + "\n");
        Files.writeString(folder.resolve("env"), name.startsWith("/k8s_") ? "CATTLE_SERVER=" + server + "\n" : "");
        Files.writeString(folder.resolve("arg"), name.startsWith("/k8s_") ? "" : "--server\n" + server + "\n");
        Files.writeString(folder.resolve("log"), log);
    }

    private List<String> started() throws IOException {
        var file = state().resolve("started");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private List<Path> secretsLeft() throws IOException {
        try (Stream<Path> files = Files.list(scratch.resolve("secrets"))) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void joins_with_Ranchers_own_command_and_says_who_was_not_asked(Shell shell) throws IOException {
        var ended = join(shell, "joins");

        assertThat(ended.exit()).as("%s", ended).isZero();
        assertThat(ended.last()).startsWith("done: lin1 is joined").contains("Rancher wasn't asked");
        assertThat(ended.lines()).contains("Starting plan monitor");
        assertThat(Files.readAllLines(state().resolve("asked")))
                .anyMatch(words -> words.matches("run -d --privileged --restart=unless-stopped --net=host"
                        + " -v /etc/kubernetes:/etc/kubernetes -v /var/run:/var/run --env-file \\S+"
                        + " rancher/rancher-agent:v2.1.6 --server https://rancher.example --node-name lin1"
                        + " --internal-address 10.0.0.11 --etcd --worker --label role=ingress --label zone=a b"));
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void trap_2_1_6_the_token_is_in_no_line_no_argument_and_no_file_that_stays(Shell shell) throws IOException {
        var ended = join(shell, "joins");

        assertThat(ended.lines()).noneMatch(line -> line.contains("t0ken")).anyMatch(line -> line.endsWith("REDACTED"));
        assertThat(ended.lines()).contains("again REDACTED and REDACTED, and a stranger's: with token REDACTED here");
        assertThat(Files.readString(state().resolve("asked"))).doesNotContain("t0ken");
        assertThat(secretsLeft()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void the_second_time_it_is_already_so(Shell shell) throws IOException {
        join(shell, "joins");

        var again = join(shell, "joins");

        assertThat(again.exit()).isZero();
        assertThat(again.last()).startsWith("already so: ");
        assertThat(started()).hasSize(1);
        assertThat(secretsLeft()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void trap_2_1_5_a_container_that_the_clusters_pod_removes_is_a_success(Shell shell) throws IOException {
        assertThat(join(shell, "replaced").last()).startsWith("done: ");
        assertThat(join(shell, "joins").last()).startsWith("already so: ");
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void an_error_of_the_agent_fails_with_its_words_and_leaves_nothing_that_loops(Shell shell) throws IOException {
        var ended = join(shell, "refused");

        assertThat(ended.exit()).isEqualTo(30);
        assertThat(ended.last()).contains("the agent says: ERROR: Configured cacerts checksum (aa) does not match");
        assertThat(state().resolve("containers")).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void an_agent_that_ends_again_and_again_fails(Shell shell) throws IOException {
        var ended = join(shell, "loops");

        assertThat(ended.exit()).isEqualTo(30);
        assertThat(ended.last()).contains("restarts: 3");
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void a_start_that_fails_says_why_without_the_token(Shell shell) throws IOException {
        var ended = join(shell, "unstartable");

        assertThat(ended.exit()).isEqualTo(20);
        assertThat(ended.last()).contains("docker: Error with REDACTED in it.");
        assertThat(join(shell, "joins").exit())
                .as("what was left over is removed")
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void no_mark_in_time_fails_and_joining_again_takes_the_same_agent_up(Shell shell) throws IOException {
        var late = join(shell, "silent");
        assertThat(late.exit()).isEqualTo(30);
        assertThat(late.last()).contains("hasn't got to its mark in 4 s");

        var script = script("silent");
        var process = shell.start(script, environment());
        await().until(() -> Files.readString(scratch.resolve("output")).contains("going on with"));
        var log = Files.list(state().resolve("containers"))
                .findFirst()
                .orElseThrow()
                .resolve("log");
        Files.writeString(log, Files.readString(log) + "Starting plan monitor\n");

        await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
        assertThat(process.exitValue()).isZero();
        assertThat(started()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void a_host_joined_elsewhere_stops_it_and_the_other_server_is_named(Shell shell) throws IOException {
        container("c1", "/k8s_agent_cattle-node-agent-a", "running", "https://other.example", "");

        var ended = join(shell, "joins");

        assertThat(ended.exit()).isEqualTo(10);
        assertThat(ended.last()).contains("joined to https://other.example");
        assertThat(started()).isEmpty();
        assertThat(state().resolve("containers/c1")).exists();
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void half_joined_a_stopped_agent_of_this_server_goes_and_others_stay(Shell shell) throws IOException {
        container("half", "/sad_name", "exited", SERVER, "waiting for node to register\n");
        container("gone", "/old_name", "exited", "https://other.example", "");
        container("app", "/no_agent", "running", "", "");

        var ended = join(shell, "joins");

        assertThat(ended.exit()).as("%s", ended).isZero();
        assertThat(state().resolve("containers/half")).doesNotExist();
        assertThat(state().resolve("containers/gone")).exists();
        assertThat(state().resolve("containers/app")).exists();
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void the_same_server_with_another_certificate_is_elsewhere(Shell shell) throws Exception {
        Files.writeString(Files.createDirectories(state()).resolve("cacert"), "PEM\n");
        var right = script("joins").with("CA_CHECKSUM", sha256("PEM\n"));
        assertThat(shell.run(right, environment()).exit()).isZero();
        assertThat(shell.run(script("joins").with("CA_CHECKSUM", sha256("PEM\n")), environment())
                        .last())
                .startsWith("already so");

        container("pod", "/k8s_agent_x", "running", SERVER, "");
        var wrong = shell.run(script("joins").with("CA_CHECKSUM", sha256("other")), environment());

        assertThat(wrong.exit()).isEqualTo(10);
        assertThat(wrong.last()).contains(sha256("other"));
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void killed_in_the_middle_and_run_again_the_agent_was_started_once(Shell shell) throws Exception {
        var process = shell.start(script("silent"), environment());
        await().until(() -> Files.readString(scratch.resolve("output")).contains("waiting for node"));
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        var log = Files.list(state().resolve("containers"))
                .findFirst()
                .orElseThrow()
                .resolve("log");
        Files.writeString(log, Files.readString(log) + "Starting plan monitor\n");

        var again = join(shell, "joins");

        assertThat(again.last()).startsWith("already so: ");
        assertThat(started()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void a_parameter_that_is_missing_or_impossible_changes_nothing(Shell shell) throws IOException {
        for (var wrong : List.of(
                script("joins").with("SERVER", "http://x"),
                script("joins").with("ROLES", List.of("worker", "boss")),
                script("joins").with("ROLES", List.of()),
                script("joins").with("TIMEOUT", "soon"),
                script("joins").with("IMAGE", "--privileged"),
                script("joins").with("NODE_NAME", ""))) {
            assertThat(shell.run(wrong, environment()).exit()).isEqualTo(10);
        }
        Files.writeString(state().resolve("daemon-is-down"), "");
        assertThat(join(shell, "joins").last()).contains("Docker doesn't answer: Cannot connect");
        assertThat(started()).isEmpty();
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes()));
    }
}

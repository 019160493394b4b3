package dev.muster.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ui.Stagehand;
import dev.muster.ui.kit.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The wizard, from its first page to its last, over real hosts, by keys alone.
@Tag("lab")
class WindowTest {

    private static final String PASSPHRASE = "correct horse battery staple";
    private static final Duration RUN = Duration.ofMinutes(4);
    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    @TempDir
    Path folder;

    @Test
    void three_hosts_join_and_the_second_time_every_step_says_already() throws Exception {
        var lab = Lab.open();
        var hosts = lab.fresh(List.of("STAND_IN_POD_AFTER=3"), "n1", "n2", "n3");
        try (var window = new Stagehand(folder.resolve("home"), Map.of())) {
            setUp(window, lab, hosts);
            confirmKeys(window, hosts);
            unlockKey(window);
            untilReached(window, 3);
            assertThat(hosts).allSatisfy(host -> assertThat(host.agentStarts()).isZero());
            window.enter();
            acceptWhatTheLabLacks(window, hosts.size());

            run(window);

            assertThat(window.text(Ids.PAGE_TITLE)).isEqualTo("3 hosts have joined");
            assertThat(window.shown()).contains("Rancher itself was not asked", "Accepted knowingly");
            for (var host : hosts) {
                assertThat(host.agentStarts()).as("starts on %s", host).isEqualTo(1);
                assertThat(host.tokensSeen()).containsExactly(Sha256.of(lab.token()));
                assertThat(host.says("docker ps --format '{{.Names}}'")).contains("k8s_agent_cattle-node");
            }
            assertThat(hosts.getFirst().says("cat /run/stand-in-agent.record"))
                    .contains("--etcd", "--controlplane", "--worker", "--node-name n1");
            assertThat(hosts.getLast().says("cat /run/stand-in-agent.record"))
                    .doesNotContain("--etcd", "--controlplane")
                    .contains("--worker", "--node-name n3");

            again(window);

            assertThat(window.shown().lines().filter("done"::equals)).isEmpty();
            assertThat(window.shown().lines().filter("already so"::equals)).hasSizeGreaterThanOrEqualTo(hosts.size());
            assertThat(hosts).allSatisfy(host -> assertThat(host.agentStarts()).isEqualTo(1));
        }
        assertThat(kept()).doesNotContain(PASSPHRASE, lab.token());
    }

    @Test
    void a_changed_host_key_stops_everything_until_it_is_settled() throws Exception {
        var lab = Lab.open();
        var hosts = lab.fresh(List.of(), "n1", "n2");
        try (var window = new Stagehand(folder.resolve("home"), Map.of())) {
            setUp(window, lab, hosts);
            confirmKeys(window, hosts);
            unlockKey(window);
            untilReached(window, 2);
            var before = fingerprint(hosts.getFirst());
            hosts.getFirst().says("rm /etc/ssh/ssh_host_*; ssh-keygen -qA; systemctl restart ssh");
            var after = fingerprint(hosts.getFirst());

            window.press(Ids.REACH_AGAIN);
            window.until("it is told", () -> window.first(Ids.REACH_FORGET).isPresent());

            assertThat(window.open()).as("the way on").isFalse();
            assertThat(window.shown())
                    .contains("n1 at", "another key than the one you confirmed", before, after)
                    .contains("Somebody may be in between");
            window.press(window.first(Ids.REACH_FORGET).orElseThrow());
            window.until("the new key is asked about", () -> window.has(Ids.REACH_TRUST_ALL));
            window.press(Ids.REACH_TRUST_ALL);
            untilReached(window, 2);
            assertThat(window.open()).isTrue();
        }
    }

    /// From Start to Reach: the pasted command, a login with an encrypted key, a pasted list.
    private void setUp(Stagehand window, Lab lab, List<LabHost> hosts) throws IOException {
        window.press(Ids.START_JOIN);
        window.untilPage("settings");
        window.paste(Ids.COMMAND, lab.registration());
        window.until("it is read", () -> window.text(Ids.COMMAND_SHOWN).contains("--token ••••"));
        window.write(Ids.SETUP_NAME, "lab");
        window.enter();
        window.untilPage("hosts");
        window.press(Ids.HOSTS_LOGINS);
        window.press(Ids.LOGIN_ADD);
        window.write(Ids.LOGIN_USER + 0, "ops");
        window.write(Ids.LOGIN_KEY + 0, lockedKey(lab).toString());
        window.press(Ids.LOGIN_CLOSE);
        window.press(Ids.HOSTS_PASTE);
        window.paste(Ids.PASTE_TEXT, list(hosts));
        window.press(Ids.PASTE_TAKE);
        window.until(
                "the button opens",
                () -> window.text(Ids.BIG_BUTTON).equals("Reach " + hosts.size() + " hosts") && window.open());
        window.enter();
        window.untilPage("reach");
    }

    private static String list(List<LabHost> hosts) {
        return hosts.stream()
                .map(host -> host.name() + " " + host.address() + " "
                        + (host.equals(hosts.getFirst()) ? "etcd,controlplane,worker" : "worker"))
                .collect(Collectors.joining("\n"));
    }

    /// The lab's key as an admin keeps it: with a passphrase.
    private Path lockedKey(Lab lab) throws IOException {
        var key = folder.resolve("id_ed25519");
        Program.run(
                        Duration.ofSeconds(20),
                        List.of("install", "-m", "600", lab.key().toString(), key.toString()))
                .orFail();
        Program.run(
                        Duration.ofSeconds(20),
                        List.of("ssh-keygen", "-q", "-p", "-P", "", "-N", PASSPHRASE, "-f", key.toString()))
                .orFail();
        return key;
    }

    private static void unlockKey(Stagehand window) {
        window.until("the passphrase is asked for", () -> window.has(Ids.ASKED_SECRET));
        assertThat(window.shown()).contains("The passphrase of the key of the login login1");
        window.write(Ids.ASKED_SECRET, PASSPHRASE);
        window.type(Ids.ASKED_SECRET, KeyCode.ENTER);
    }

    /// The window shows what the hosts' own consoles show.
    private static void confirmKeys(Stagehand window, List<LabHost> hosts) {
        window.until("keys are shown", () -> window.has(Ids.REACH_TRUST_ALL));
        assertThat(window.open()).as("the way on, before keys are confirmed").isFalse();
        for (var host : hosts) {
            assertThat(window.shown()).contains(fingerprint(host));
        }
        window.press(Ids.REACH_TRUST_ALL);
    }

    private static String fingerprint(LabHost host) {
        var said = host.says("ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub");
        var found = FINGERPRINT.matcher(said);
        assertThat(found.find()).as(said).isTrue();
        return found.group();
    }

    private static void untilReached(Stagehand window, int hosts) {
        window.until(
                "all are reached",
                () -> window.text(Ids.PAGE_TITLE).equals(hosts + " of " + hosts + " hosts reached") && window.open());
    }

    /// Each soft finding is accepted with a reason: those that the command line's setup file accepts, no others.
    private static void acceptWhatTheLabLacks(Stagehand window, int hosts) {
        window.until("findings", () -> window.first("accept-").isPresent());
        var accepted = 0;
        for (var next = window.first("accept-"); next.isPresent(); next = window.first("accept-")) {
            var button = next.get();
            var finding = button.substring("accept-".length());
            var disk = finding.startsWith(Job.DISK.replace('.', '-'));
            assertThat(Job.SOFT.keySet()).anyMatch(check -> disk || finding.startsWith(check.replace('.', '-')));
            window.press(button);
            window.write("because-" + finding, "this is the lab");
            window.type("because-" + finding, KeyCode.ENTER);
            window.until("it is accepted", () -> !window.has(button));
            accepted += disk ? 0 : 1;
        }
        assertThat(accepted).isEqualTo(Job.SOFT.size() * hosts);
    }

    /// From What fits to Report.
    private static void run(Stagehand window) {
        window.enter();
        window.untilPage("review");
        window.until("the plan", window::open);
        assertThat(window.text(Ids.BIG_BUTTON)).matches("Run \\d+ steps on 3 hosts");
        window.enter();
        window.untilPage("run");
        window.until("the run ends", RUN, window::open);
        assertThat(window.text(Ids.PAGE_TITLE)).startsWith("Done:");
        window.enter();
        window.untilPage("report");
        window.until("the report", window::open);
    }

    /// The same setup once more, from the first page.
    private static void again(Stagehand window) {
        window.enter();
        window.untilPage("start");
        window.enter();
        window.untilPage("settings");
        window.enter();
        window.untilPage("hosts");
        window.enter();
        window.untilPage("reach");
        window.press(Ids.REACH_AGAIN);
        untilReached(window, 3);
        window.enter();
        window.untilPage("fits");
        run(window);
    }

    /// All that Muster keeps on the workstation.
    private String kept() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(folder.resolve("home"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1)); // an index isn't text
            }
        }
        return all.toString();
    }
}

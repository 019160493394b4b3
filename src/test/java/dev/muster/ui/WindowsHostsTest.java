package dev.muster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.setup.Way;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.work.LoginForm.Proof;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Windows hosts in the window, by keys: their fields, their certificates, a password that is wrong. The hosts are
/// the practice's, over real WS-Management; no Windows took part.
final class WindowsHostsTest {

    @TempDir
    Path home;

    private OwnHosts hosts;
    private final PageLook look = new PageLook();

    @BeforeEach
    void open() throws Exception {
        hosts = OwnHosts.start(home, 20);
    }

    @AfterEach
    void close() {
        hosts.close();
    }

    private Stagehand onHosts(String setup) throws Exception {
        hosts.draft(setup);
        var stage = new Stagehand(home, hosts.environment());
        var row = Ids.START_EARLIER + OwnHosts.DRAFT;
        stage.until("the draft is found", () -> stage.has(row));
        stage.press(row);
        stage.untilPage("settings");
        stage.paste(Ids.COMMAND, hosts.command());
        stage.enter();
        stage.untilPage("hosts");
        return stage;
    }

    @Test
    void a_host_turns_to_Windows_over_HTTP_and_is_told_what_that_means() throws Exception {
        try (var stage = onHosts(hosts.setup("lin1", "lin2"))) {
            stage.type(Ids.HOSTS_TABLE, KeyCode.DOWN);
            stage.type(Ids.HOSTS_TABLE, KeyCode.DOWN);
            stage.write(Ids.HOST_ADDRESS, "win1.example.org");
            stage.write(Ids.HOST_PORT, "22");
            stage.type(Ids.HOST_OS + "windows", KeyCode.SPACE);
            stage.until("it is a Windows host", () -> stage.has(Ids.HOST_HTTP));
            look.at(stage, "3-hosts-windows");

            stage.type(Ids.HOST_HTTP, KeyCode.SPACE);
            stage.until("it is talked to over HTTP", () -> way(stage).equals(new Way.WinRm(false, Way.Auth.NTLM)));
            assertThat(stage.shown()).contains("nothing proves its identity");
            look.at(stage, "3-hosts-http");

            stage.type(Ids.HOST_HTTP, KeyCode.SPACE);
            stage.type(Ids.HOST_AUTH, KeyCode.DOWN);
            stage.until("it signs in by Kerberos", () -> way(stage).equals(new Way.WinRm(true, Way.Auth.KERBEROS)));
            stage.write(Ids.HOST_ADDRESS, "10.0.0.21");
            stage.type(Ids.HOST_NAME, KeyCode.TAB);
            stage.until("a number isn't a name for Kerberos", () -> !stage.open());
            assertThat(stage.shown()).contains("Kerberos");
            look.at(stage, "3-hosts-fault");

            stage.type(Ids.HOST_CONNECT + "ssh", KeyCode.SPACE);
            stage.until("it is reached over SSH", () -> way(stage).equals(new Way.Ssh()));
            assertThat(stage.has(Ids.HOST_HTTP)).isFalse();
            assertThat(look.wrong()).isEmpty();
        }
    }

    private static Way way(Stagehand stage) {
        return stage.pages()
                .work()
                .setup()
                .map(setup -> setup.hosts().getLast().way())
                .orElse(new Way.WinRm(true, Way.Auth.CERTIFICATE));
    }

    @Test
    void a_chain_of_bastions_and_a_login_of_several_proofs_are_made_by_hand() throws Exception {
        try (var stage = onHosts(hosts.setup("lin1", "win1"))) {
            stage.press(Ids.HOSTS_BASTIONS);
            stage.press(Ids.BASTION_ADD);
            stage.write(Ids.BASTION_NAME + 0, "gate");
            stage.write(Ids.BASTION_ADDRESS + 0, "gate.example.org");
            stage.press(Ids.BASTION_ADD);
            stage.write(Ids.BASTION_NAME + 1, "inner");
            stage.write(Ids.BASTION_ADDRESS + 1, "10.0.0.1");
            stage.write(Ids.BASTION_PORT + 1, "2222");
            stage.type(Ids.BASTION_VIA + 1, KeyCode.DOWN);
            stage.type(Ids.BASTION_USUAL + 1, KeyCode.SPACE);
            stage.until("the chain is understood", () -> chain(stage).equals(List.of("inner", "gate")));
            look.at(stage, "3-bastions");

            stage.type(Ids.BASTION_VIA + 0, KeyCode.DOWN);
            stage.type(Ids.BASTION_NAME + 0, KeyCode.TAB);
            stage.until("a circle is told", () -> stage.shown().contains("gate → inner → gate"));
            look.at(stage, "3-bastions-fault");
            stage.type(Ids.BASTION_VIA + 0, KeyCode.UP);
            stage.press(Ids.BASTION_CLOSE);

            stage.press(Ids.HOSTS_LOGINS);
            stage.press(Ids.LOGIN_ADD);
            var mine = stage.ask(() -> stage.pages().work().form().logins().size() - 1);
            stage.write(Ids.LOGIN_USER + mine, "ops");
            stage.write(Ids.LOGIN_KEY + mine, "/nowhere/id_ed25519");
            stage.write(Ids.LOGIN_DOMAIN + mine, "CORP");
            stage.type(Ids.LOGIN_PROOF + "password" + mine, KeyCode.SPACE);
            stage.type(Ids.LOGIN_PASSWORD + mine, KeyCode.DOWN);
            stage.write(Ids.LOGIN_PASSWORD + "-name" + mine, "OPS_PASSWORD");
            stage.write(Ids.LOGIN_CERTIFICATE + mine, "~/.ssh/ops-cert.pub");
            stage.type(Ids.LOGIN_PROOF + "agent" + mine, KeyCode.SPACE);
            stage.type(Ids.LOGIN_PROOF + "keytab" + mine, KeyCode.SPACE);
            stage.type(Ids.LOGIN_SUDO + mine, KeyCode.SPACE);
            stage.type(Ids.LOGIN_KEYTAB + mine, KeyCode.TAB);
            stage.until("a key table without a path is told", () -> !stage.open());
            look.at(stage, "3-logins");
            stage.write(Ids.LOGIN_KEYTAB + mine, "~/ops.keytab");
            assertThat(stage.shown()).contains("There is no key file");
            stage.type(Ids.LOGIN_PROOF + "key" + mine, KeyCode.SPACE);
            stage.until("all is understood", stage::open);

            assertThat(stage.ask(
                            () -> stage.pages().work().form().logins().getLast().proofs()))
                    .containsExactlyInAnyOrder(Proof.PASSWORD, Proof.AGENT, Proof.KEYTAB);
            assertThat(look.wrong()).isEmpty();
        }
    }

    private static List<String> chain(Stagehand stage) {
        var chain = new ArrayList<String>();
        stage.pages().work().setup().ifPresent(setup -> {
            for (var via = setup.hosts().getLast().via(); via != null; via = via.via()) {
                chain.add(via.name());
            }
        });
        return chain;
    }

    @Test
    void a_certificate_is_compared_first_then_the_password_is_asked_for_and_a_wrong_one_is_said() throws Exception {
        hosts.confirmed("lin1");
        var asking = hosts.setup("lin1", "win1").replace("{env: PRACTICE_WINDOWS}", "{prompt: true}");
        try (var stage = onHosts(asking)) {
            stage.enter();
            stage.untilPage("reach");
            stage.until("the certificate is shown", () -> stage.has(Ids.REACH_TRUST_ALL));
            assertThat(stage.shown()).contains(hosts.fingerprint("win1"), "win1 at");
            assertThat(stage.has(Ids.ASKED_SECRET))
                    .as("asked before the certificate was confirmed")
                    .isFalse();
            look.at(stage, "4-certificate");

            stage.press(Ids.REACH_TRUST_ALL);
            answer(stage, "not-it");
            stage.until("it is refused", () -> stage.text(Ids.PAGE_TITLE).equals("1 of 2 hosts reached"));
            look.at(stage, "4-wrong-password");

            stage.press(Ids.REACH_AGAIN);
            answer(stage, hosts.environment().get("PRACTICE_WINDOWS"));
            stage.until("both are reached", () -> stage.text(Ids.PAGE_TITLE).equals("2 of 2 hosts reached"));
            assertThat(look.wrong()).isEmpty();
        }
    }

    private static void answer(Stagehand stage, String secret) {
        stage.until("the password is asked for", () -> stage.has(Ids.ASKED_SECRET));
        assertThat(stage.shown()).contains("The password of the login win");
        stage.write(Ids.ASKED_SECRET, secret);
        stage.type(Ids.ASKED_SECRET, KeyCode.ENTER);
    }

    @Test
    void a_changed_certificate_stops_everything_until_it_is_settled() throws Exception {
        hosts.confirmed("lin1");
        hosts.confirmedAnotherKey("win1");
        try (var stage = onHosts(hosts.setup("lin1", "win1"))) {
            stage.enter();
            stage.untilPage("reach");
            stage.until("it is told", () -> stage.first(Ids.REACH_FORGET).isPresent());
            assertThat(stage.open()).as("the way on").isFalse();
            assertThat(stage.shown()).contains("win1 at", hosts.fingerprint("win1"));
            look.at(stage, "4-certificate-changed");

            stage.press(stage.first(Ids.REACH_FORGET).orElseThrow());
            stage.until("the new one is asked about", () -> stage.has(Ids.REACH_TRUST_ALL));
            stage.press(Ids.REACH_TRUST_ALL);
            stage.until("both are reached", () -> stage.text(Ids.PAGE_TITLE).equals("2 of 2 hosts reached"));
            assertThat(look.wrong()).isEmpty();
        }
    }
}

package dev.muster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.ui.kit.Ids;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Passwords and passphrases that the setup doesn't hold are asked for, once each, in words a person understands.
final class SecretQuestionTest {

    @TempDir
    Path home;

    private OwnHosts hosts;

    @BeforeEach
    void open() throws Exception {
        hosts = OwnHosts.start(home, 20);
        hosts.confirmed();
    }

    @AfterEach
    void close() {
        hosts.close();
    }

    private String asking(String... names) {
        return hosts.setup(names)
                .replace("{env: PRACTICE_PASSWORD}", "{prompt: true}")
                .replace("{env: PRACTICE_SUDO}", "{prompt: true}");
    }

    private String password() {
        return hosts.environment().get("PRACTICE_PASSWORD");
    }

    private static void answer(Stagehand stage, String question, String secret) {
        stage.until(question, () -> stage.has(Ids.ASKED_SECRET) && stage.shown().contains(question));
        stage.write(Ids.ASKED_SECRET, secret);
        stage.type(Ids.ASKED_SECRET, KeyCode.ENTER);
    }

    @Test
    void login_and_sudo_are_asked_for_once_for_all_hosts() throws Exception {
        hosts.draft(asking("lin1", "lin2"));
        try (var stage = new Stagehand(home)) {
            Walk.reachFromDraft(stage, hosts.command());

            answer(stage, "The password of the login ops", password());
            answer(stage, "The password that sudo wants from the login ops", sudo());

            stage.until("both are reached", () -> stage.text(Ids.PAGE_TITLE).equals("2 of 2 hosts reached"));
            var first = stage.ask(() -> stage.pages().work().probed().get(new HostName("lin2")));
            stage.press(Ids.REACH_AGAIN);
            stage.until(
                    "lin2 has answered anew",
                    () -> !first.equals(stage.pages().work().probed().get(new HostName("lin2"))));
            stage.until("reached again", () -> stage.text(Ids.PAGE_TITLE).equals("2 of 2 hosts reached"));
            assertThat(stage.has(Ids.ASKED_SECRET)).isFalse();
        }
    }

    private String sudo() {
        return hosts.environment().get("PRACTICE_SUDO");
    }

    @Test
    void a_wrong_password_is_said_and_asked_for_again() throws Exception {
        hosts.draft(asking("lin1"));
        try (var stage = new Stagehand(home)) {
            Walk.reachFromDraft(stage, hosts.command());
            answer(stage, "The password of the login ops", "not-it");
            stage.until("it is refused", () -> stage.text(Ids.PAGE_TITLE).equals("0 of 1 hosts reached"));

            stage.press(Ids.REACH_AGAIN);
            answer(stage, "The password of the login ops", password());

            stage.until("it is reached", () -> stage.text(Ids.PAGE_TITLE).equals("1 of 1 hosts reached"));
        }
    }

    @Test
    void whoever_gives_no_password_goes_on_without_that_host() throws Exception {
        hosts.draft(asking("lin1"));
        try (var stage = new Stagehand(home)) {
            Walk.reachFromDraft(stage, hosts.command());
            stage.until("a question", () -> stage.has(Ids.ASKED_WITHOUT));

            stage.press(Ids.ASKED_WITHOUT);

            stage.until("it wasn't reached", () -> stage.text(Ids.PAGE_TITLE).equals("0 of 1 hosts reached"));
            assertThat(stage.shown()).contains("logins.ops.password");
        }
    }

    @Test
    @SuppressWarnings("try")
    void the_window_closes_while_it_asks() throws Exception {
        hosts.draft(asking("lin1"));
        var stage = new Stagehand(home);
        try (stage) {
            Walk.reachFromDraft(stage, hosts.command());
            stage.until("a question", () -> stage.has(Ids.ASKED_SECRET));
        }

        assertThat(stage.isClosed()).isTrue();
    }

    @Test
    void what_was_typed_is_in_no_file() throws Exception {
        hosts.draft(asking("lin1"));
        try (var stage = new Stagehand(home)) {
            Walk.reachFromDraft(stage, hosts.command());
            answer(stage, "The password of the login ops", password());
            stage.until("it is reached", () -> stage.text(Ids.PAGE_TITLE).equals("1 of 1 hosts reached"));
        }
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain(password());
            }
        }
    }
}

package dev.muster.remote;

import static dev.muster.remote.TestServer.PASSWORD;
import static dev.muster.remote.TestServer.password;
import static dev.muster.remote.TestServer.reach;
import static dev.muster.remote.TestServer.refused;
import static dev.muster.remote.TestServer.secrets;
import static dev.muster.remote.TestServer.sudoPassword;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.remote.Opened.Ready;
import dev.muster.script.Script;
import dev.muster.setup.Login;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The last rung: how a login comes by root's rights, with a sudo that keeps a diary.
final class RightsTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /// What the real one does with `-S -p PROMPT`: asks on standard error, reads a line, runs the rest as root.
    /// It writes down what it was given.
    private static final String SUDO = """
        [ "$1" = -n ] && { echo 'sudo: a password is required' >&2; exit 1; }
        [ "$1 $2" = '-S -p' ] || exit 2
        prompt=$3; shift 3
        for try in 1 2 3; do
          printf '%s' "$prompt" >&2
          IFS= read -r given || { echo >&2; echo 'sudo: no password was provided' >&2; exit 1; }
          printf '%s\\n' "$given" >>"$HOME/given"
          if [ "$given" = "$RIGHT" ]; then AS_ROOT=yes; export AS_ROOT; exec "$@"; fi
          echo 'Sorry, try again.' >&2
        done
        exit 1
        """;

    @TempDir
    private Path scratch;

    private TestServer server;

    @BeforeEach
    void make_a_host() throws IOException {
        var places = Files.createDirectories(scratch.resolve("host/places"));
        server = new TestServer(scratch.resolve("host"))
                .environment("PLACES", places.toString())
                .environment("RIGHT", PASSWORD)
                .command(
                        "id",
                        "if [ \"$1\" = -un ]; then echo ops; elif [ \"${AS_ROOT:-}\" ]; then echo 0; else echo 1000;"
                                + " fi");
    }

    private Opened open(Login login, Map<String, String> values) throws Exception {
        try (var running = server.start();
                var reach = reach(scratch, secrets(values))) {
            return TestServer.openTrusting(scratch, reach, running.host(login));
        }
    }

    private String given() throws IOException {
        var diary = server.scratch.resolve("given");
        return Files.exists(diary) ? Files.readString(diary) : "";
    }

    @Test
    void root_needs_no_sudo() throws Exception {
        server.command("sudo", "echo 'sudo was called' >&2; exit 1").command("id", "echo 0");
        var login = Login.withPassword("root", "root", password().password());

        assertThat(open(login, Map.of("PASSWORD", PASSWORD)))
                .isInstanceOfSatisfying(
                        Ready.class,
                        ready -> assertThat(ready.how().arguments().toString()).contains("AS_ROOT"));
    }

    @Test
    void another_name_of_root_needs_no_sudo() throws Exception {
        server.command("sudo", "echo 'sh: sudo: command not found' >&2; exit 127")
                .command("id", "echo 0");

        assertThat(open(password(), Map.of("PASSWORD", PASSWORD))).isInstanceOf(Ready.class);
    }

    @Test
    void sudo_without_a_password_is_asked_for_none() throws Exception {
        server.command("sudo", "[ \"$1\" = -n ] || exit 1; shift; AS_ROOT=yes; export AS_ROOT; exec \"$@\"");

        assertThat(open(sudoPassword(), Map.of("PASSWORD", PASSWORD, "SUDO", PASSWORD)))
                .isInstanceOf(Ready.class);
        assertThat(server.commands).containsOnly("sudo -n sh -s");
    }

    @Test
    void sudo_gets_its_password_by_standard_input_and_the_script_gets_what_is_meant_for_it() throws Exception {
        server.command("sudo", SUDO);
        try (var running = server.start();
                var reach = reach(scratch, secrets())) {
            var opened = TestServer.openTrusting(scratch, reach, running.host(sudoPassword()));
            var connection = (SshConnection) ((Ready) opened).connection();

            var output = connection.run(Script.of("try/cat.sh"), "päyload".getBytes(StandardCharsets.UTF_8), LIMIT);

            assertThat(output.out()).isEqualTo("päyload");
            assertThat(given()).isEqualTo((PASSWORD + "\n").repeat(2));
            assertThat(running.commands).noneMatch(words -> words.contains(PASSWORD));
            assertThat(left()).as("what lies about on the host").isEmpty();
        }
    }

    @Test
    void a_wrong_sudo_password_is_given_once_and_not_again() throws Exception {
        server.command("sudo", SUDO);
        try (var running = server.start();
                var reach = reach(scratch, secrets(Map.of("PASSWORD", PASSWORD, "SUDO", "wrong")))) {
            var host = running.host(sudoPassword());

            assertThat(refused(TestServer.openTrusting(scratch, reach, host))).isEqualTo(RemoteWords.SUDO_WRONG);
            assertThat(refused(reach.open(host))).isEqualTo(RemoteWords.SUDO_WRONG_BEFORE);
            assertThat(given()).isEqualTo("wrong\n");
            assertThat(left()).isEmpty();
        }
    }

    /// The login shell prints what looks like sudo's prompt, as the one it can know, or the command itself.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        printf '[sudo] password for ops: ' >&2
        printf 'Password: '
        printf '%s\\n' "$2" >&2
        printf '%s' "$2"
        """)
    void a_spoofed_prompt_gets_nothing(String noise) throws Exception {
        var shell = server.scratch.resolve("shell");
        Files.writeString(
                shell,
                "#!/bin/sh\n" + noise
                        + "\n[ \"$2\" = 'sh -s' ] && exec sh \"$@\"\ntimeout 2 cat >>\"$HOME/given\"\nexit 1\n");
        assertThat(shell.toFile().setExecutable(true)).isTrue();
        server.command("sudo", "echo 'sudo: a password is required' >&2; exit 1")
                .loginShell(shell);

        refused(open(sudoPassword(), Map.of("PASSWORD", PASSWORD, "SUDO", "Kaiserling-5")));

        assertThat(given()).doesNotContain("Kaiserling-5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sudo: sorry, you must have a tty to run sudo                          | SUDO_TTY
        sudo: a terminal is required to read the password                     | SUDO_TTY
        ops is not in the sudoers file.                                       | SUDO_NOT_ALLOWED
        Sorry, user ops is not allowed to execute 'sh -s' as root on lin1.    | SUDO_SOME
        Leider darf der Benutzer ops »/usr/bin/sh -s« als root auf lin1 nicht ausführen. | SUDO_SOME
        对不起，用户 ops 无权以 root 的身份在 lin1 上执行 /usr/bin/sh -s。     | SUDO_SOME
        Sie müssen ein TTY haben, um sudo zu verwenden                        | SUDO_TTY
        désolé, vous devez avoir un terminal tty pour exécuter sudo           | SUDO_TTY
        抱歉，您必须拥有一个终端来执行 sudo                                   | SUDO_TTY
        読み取るために端末が必要です。                                        | SUDO_TTY
        Désolé, l'utilisateur ops ne peut pas utiliser sudo sur lin1.         | SUDO_NOT_ALLOWED
        对不起，用户 ops 不能在 lin1 上运行 sudo。                            | SUDO_NOT_ALLOWED
        Das Passwort ist abgelaufen, bitte wenden Sie sich an den Systemadministrator | SUDO_ACCOUNT
        Senha expirou; entre em contato com o administrador do seu sistema    | SUDO_ACCOUNT
        sudo: Ein Passwort ist notwendig                                      | SUDO_PASSWORD
        sudo: il est nécessaire de saisir un mot de passe                     | SUDO_PASSWORD
        sudo: パスワードが必要です                                            | SUDO_PASSWORD
        sudo: wymagane jest hasło                                             | SUDO_PASSWORD
        sh: 1: sudo: not found                                                | SUDO_MISSING
        fish: Unknown command: sudo                                           | SUDO_MISSING
        Sorry, user ops may not run sudo on lin1.                             | SUDO_NOT_ALLOWED
        sudo: Account or password is expired, reset your password             | SUDO_ACCOUNT
        sudo: account validation failure, is your account locked?             | SUDO_ACCOUNT
        sudo: a password is required                                          | SUDO_PASSWORD
        sudo: 需要密码                                                          | SUDO_PASSWORD
        bash: line 1: sudo: command not found                                 | SUDO_MISSING
        something that no sudo says                                           | SUDO_REFUSED
        """)
    void why_sudo_refuses_is_told_apart(String said, RemoteWords expected) throws Exception {
        server.command("sudo", "echo \"" + said + "\" >&2; exit 1");

        assertThat(refused(open(password(), Map.of("PASSWORD", PASSWORD)))).isEqualTo(expected);
    }

    @Test
    void the_field_that_a_password_is_missing_in_is_named_as_the_setup_has_it() throws Exception {
        server.command("sudo", "echo 'sudo: a password is required' >&2; exit 1");

        var opened = (Opened.Refused) open(password(), Map.of("PASSWORD", PASSWORD));

        assertThat(new Texts(Language.EN).of(opened.fix()))
                .isEqualTo("Set logins." + password().name() + ".sudo.password, or NOPASSWD in sudoers");
    }

    /// sudo has the password, and then names the only commands that it would run.
    @Test
    void an_account_that_may_run_single_commands_only_is_told_so_after_its_password_too() throws Exception {
        server.command(
                "sudo",
                SUDO.replace("exec", "echo \"Sorry, user ops is not allowed to execute 'sh'\" >&2; exit 1; exec"));

        assertThat(refused(open(sudoPassword(), Map.of("PASSWORD", PASSWORD, "SUDO", PASSWORD))))
                .isEqualTo(RemoteWords.SUDO_SOME);
    }

    @Test
    void a_lecture_before_the_prompt_is_no_refusal() throws Exception {
        server.command("sudo", "echo 'We trust you have received the usual lecture' >&2\n" + SUDO);

        assertThat(open(sudoPassword(), Map.of("PASSWORD", PASSWORD, "SUDO", PASSWORD)))
                .isInstanceOf(Ready.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        echo '*** monitored ***'; echo warning >&2; sh "$@"; exit 3
        printf 'no line break at the end'; exec sh "$@"
        printf '\\033]0;title\\007\\000\\377'; sh "$@"; echo bye
        """)
    void a_login_shell_that_makes_noise_does_no_harm(String shell) throws Exception {
        var file = server.scratch.resolve("shell");
        Files.writeString(file, "#!/bin/sh\n" + shell + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        server.command("id", "echo 0").command("sudo", "shift; exec \"$@\"").loginShell(file);

        assertThat(open(password(), Map.of("PASSWORD", PASSWORD))).isInstanceOf(Ready.class);
    }

    @Test
    void an_account_without_a_shell_is_told_in_its_own_words() throws Exception {
        var shell = server.scratch.resolve("nologin");
        Files.writeString(shell, "#!/bin/sh\necho 'This account is currently not available.'\nexit 1\n");
        assertThat(shell.toFile().setExecutable(true)).isTrue();
        server.loginShell(shell);

        var opened = open(password(), Map.of("PASSWORD", PASSWORD));

        assertThat(refused(opened)).isEqualTo(RemoteWords.NO_SHELL);
        assertThat(((Opened.Refused) opened).what().arguments().toString()).contains("currently not available");
    }

    @Test
    void a_host_that_is_not_Linux_is_told_to_be_so() throws Exception {
        server.command("uname", "echo FreeBSD").command("id", "echo 0").command("sudo", "shift; exec \"$@\"");

        assertThat(refused(open(password(), Map.of("PASSWORD", PASSWORD)))).isEqualTo(RemoteWords.NOT_LINUX);
    }

    /// Folders that place.sh made in this test's own places.
    private List<Path> left() throws IOException {
        try (var files = Files.list(server.scratch.resolve("places"))) {
            return files.toList();
        }
    }
}

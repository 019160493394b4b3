package dev.muster.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.setup.Acceptance;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.setup.WindowsImage;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.work.LoginForm.Proof;
import dev.muster.ui.work.SecretForm.From;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormTextTest {

    private static final String FILE = """
        # ours: ask Wu before you change it
        muster: 1
        name: factory
        goal: join
        rancher: {version: v2.1.6, server: "https://rancher.example.org", registration: {env: REGISTRATION}}
        cluster: {name: factory, network: canal}
        limits: {parallel: 8}   # the switch is old
        hosts:
          # the big one
          - {name: lin1, address: 10.0.0.11, roles: [etcd, controlplane, worker]}
          - {name: lin2, address: 10.0.0.12, port: 2222, roles: [worker], internalAddress: 192.168.0.12}
        """;

    private static Form whole() {
        var login = LoginForm.byKey("ops", "ops", "~/.ssh/id_ed25519").withSudo(SecretForm.ASKED);
        var host = new HostForm(
                        "lin1",
                        "10.0.0.11",
                        "2222",
                        Os.LINUX,
                        Set.of(Role.ETCD, Role.WORKER),
                        "ops",
                        "inner",
                        "disk=ssd, zone=a")
                .withTaints("a=b:NoSchedule, example.org/c:NoExecute, d=:PreferNoSchedule");
        var bastions = List.of(
                new BastionForm("jump", "jump.example.org", "", "ops", ""),
                new BastionForm("inner", "10.0.0.1", "2222", "ops", "jump"));
        return new Form(
                "factory",
                "v2.1.6",
                "https://rancher.example.org",
                "factory",
                "v1.11.6-rancher1-1",
                "canal",
                "ops",
                "jump",
                List.of(login),
                bastions,
                List.of(host),
                List.of(new Acceptance("docker.version", new HostName("lin1"), "runs everywhere here")),
                List.of(new WindowsImage("app:1809", ""), new WindowsImage("registry.example.org/web:7", "17763")));
    }

    @Test
    void a_form_comes_back_as_it_was_written() {
        assertThat(FormReader.read(FormText.of(whole(), ""))).isEqualTo(whole());
    }

    @Test
    void a_bastion_that_is_renamed_is_named_so_everywhere() {
        var renamed = whole().withBastion(0, whole().bastions().getFirst().withName("gate"));

        assertThat(renamed.defaultVia()).isEqualTo("gate");
        assertThat(renamed.bastions()).extracting(BastionForm::via).containsExactly("", "gate");
        assertThat(renamed.withBastion(1, renamed.bastions().get(1).withName("x"))
                        .hosts())
                .extracting(HostForm::via)
                .containsExactly("x");
    }

    @Test
    void a_login_by_agent_takes_the_key_and_what_belongs_to_it_out() {
        var file = FILE.replace(
                "hosts:", "logins: {ops: {user: ops, key: a, certificate: b, passphrase: {prompt: true}}}\nhosts:");
        var login = FormReader.read(file).logins().getFirst();
        var form = FormReader.read(file)
                .withLogins(List.of(login.with(Proof.KEY, false).with(Proof.AGENT, true)), "ops");

        assertThat(FormText.of(form, file)).contains("logins: {ops: {user: ops, agent: true}}");
        assertThat(FormReader.read(FormText.of(form, file)).logins().getFirst().proofs())
                .containsExactly(Proof.AGENT);
    }

    @Test
    void faulty_words_come_back_too() {
        var faulty = whole().edit(
                        Set.of(0), host -> host.withAddress("ops@10.0.0.1 x").withPort("70000x"));

        assertThat(FormReader.read(FormText.of(faulty, ""))).isEqualTo(faulty);
    }

    @Test
    void a_file_that_is_not_changed_stays_byte_for_byte() {
        assertThat(FormText.of(FormReader.read(FILE), FILE)).isEqualTo(FILE);
    }

    @Test
    void a_file_by_which_rancher_is_asked_gets_no_command_beside_it() {
        var file = FILE.replace("registration: {env: REGISTRATION}", "api: {token: {env: TOKEN}}");

        assertThat(FormText.of(FormReader.read(file), file)).isEqualTo(file);
    }

    @Test
    void comments_and_keys_that_the_window_does_not_know_stay() {
        var form = FormReader.read(FILE).edit(Set.of(1), host -> host.withAddress("10.0.0.99"));

        assertThat(FormText.of(form, FILE)).isEqualTo(FILE.replace("10.0.0.12", "10.0.0.99"));
    }

    @Test
    void a_pasted_command_is_never_in_it() {
        var text = FormText.of(whole(), "");

        assertThat(text).contains("registration: {prompt: true}").doesNotContain("token");
    }

    @Test
    void a_registration_that_the_file_names_is_left_to_it() {
        assertThat(FormText.of(FormReader.read(FILE).withName("other"), FILE)).contains("{env: REGISTRATION}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "os: windows",
                "os: windows, connect: winrm",
                "os: windows, connect: ssh",
                "os: windows, winrm: {https: true}",
                "os: windows, winrm: {https: false}",
                "os: windows, winrm: {auth: kerberos}",
                "os: windows, winrm: {https: true, auth: ntlm}",
                "os: windows, winrm: {auth: digest}",
                "connect: ssh",
                "os: linux",
            })
    void the_way_to_a_host_stays_as_somebody_wrote_it(String way) {
        var file = FILE.replace("internalAddress: 192.168.0.12", way);

        assertThat(FormText.of(FormReader.read(file), file)).isEqualTo(file);
    }

    @Test
    void a_file_whose_hosts_run_Windows_unless_told_stays_as_it_is() {
        var file = FILE.replace("hosts:", "defaults: {os: windows}\nhosts:");

        assertThat(FormText.of(FormReader.read(file), file)).isEqualTo(file);
        assertThat(FormReader.read(file).hosts()).allMatch(HostForm::windows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ops, password: {env: A}                                       | PASSWORD
        ops, password: {keychain: muster-ops}, domain: CORP           | PASSWORD
        ops, password: {file: ~/.secrets/ops}                         | PASSWORD
        ops, keytab: ops.keytab, domain: CORP.EXAMPLE.ORG             | KEYTAB
        ops, key: a, passphrase: {env: P}, certificate: a-cert.pub    | KEY
        ops, key: a, agent: false                                     | KEY
        ops, agent: true, sudo: {password: {env: SUDO}}               | AGENT
        ops, password: {}                                             | PASSWORD
        ops, password: hunter2                                        | PASSWORD
        """)
    void a_login_stays_as_somebody_wrote_it(String login, Proof proof) {
        var file = FILE.replace("hosts:", "logins: {ops: {user: " + login + "}}\nhosts:");

        assertThat(FormText.of(FormReader.read(file), file)).isEqualTo(file);
        assertThat(FormReader.read(file).logins().getFirst().proofs()).containsExactly(proof);
    }

    @Test
    void a_Windows_host_over_HTTP_with_a_password_from_the_key_chain_is_written_in_full() {
        var login = LoginForm.byPassword("win", "Administrator")
                .withDomain("CORP")
                .withPassword(new SecretForm(From.KEYCHAIN, "win-admin"));
        var host = HostForm.named("win1").withAddress("win1.example.org").withOs(Os.WINDOWS);
        var form = whole().withLogins(List.of(login), "win")
                .withHosts(List.of(host.withWay(host.way().withHttps(false)), host.withName("win2")));

        assertThat(FormText.of(form, ""))
                .contains("user: Administrator", "domain: CORP", "password: {keychain: win-admin}")
                .contains("os: windows", "winrm: {https: false}")
                .doesNotContain("auth", "connect");
        assertThat(FormReader.read(FormText.of(form, ""))).isEqualTo(form);
    }

    @Test
    void a_host_that_becomes_Linux_again_leaves_nothing_of_WinRM_behind() {
        var file = FILE.replace("internalAddress: 192.168.0.12", "os: windows, winrm: {https: false, auth: ntlm}");
        var form = FormReader.read(file).edit(Set.of(1), host -> host.withOs(Os.LINUX));

        assertThat(FormText.of(form, file)).contains("os: linux").doesNotContain("winrm", "connect");
    }

    @Test
    void a_login_that_is_renamed_is_named_so_everywhere() {
        var renamed = whole().withLogin(0, whole().logins().getFirst().withName("admin"));

        assertThat(renamed.defaultLogin()).isEqualTo("admin");
        assertThat(renamed.bastions()).extracting(BastionForm::login).containsOnly("admin");
        assertThat(renamed.hosts()).extracting(HostForm::login).containsOnly("admin");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        22,   false, true,  10.0.0.1
        2222, false, true,  10.0.0.1:2222
        5986, false, true,  10.0.0.1:5986
        5986, true,  true,  10.0.0.1
        5985, true,  true,  10.0.0.1:5985
        5985, true,  false, 10.0.0.1
        5986, true,  false, 10.0.0.1:5986
        '',   true,  true,  10.0.0.1
        """)
    void the_port_is_shown_unless_it_is_the_ways_own(String port, boolean winrm, boolean https, String shown) {
        var host = HostForm.named("h").withAddress("10.0.0.1").withWay(new WayForm(winrm, https, "ntlm"));

        assertThat(host.withPort(port).shownAddress()).isEqualTo(shown);
    }

    /// The window would make a join of it, or clean what nobody has seen.
    @Test
    void a_cleaning_stays_one_and_the_window_says_that_it_is_for_the_command_line(@TempDir Path home) {
        var file = FILE.replace("goal: join", "goal: clean");
        var form = FormReader.read(file);

        assertThat(FormText.of(form, file)).contains("goal: clean");
        assertThat(Desks.over(home).understand(Origin.draft("", file), form))
                .isInstanceOfSatisfying(
                        Understood.Faulty.class,
                        faulty -> assertThat(faulty.problems())
                                .extracting(problem -> problem.what().key())
                                .containsExactly(UiWords.GOAL_NOT_HERE));
    }
}

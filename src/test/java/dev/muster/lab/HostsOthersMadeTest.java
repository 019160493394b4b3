package dev.muster.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Hosts as admins have made them: login shells, sshd's settings and distributions that Muster's makers don't use.
@Tag("lab")
class HostsOthersMadeTest {

    @TempDir
    Path folder;

    private Lab lab;
    private List<LabHost> hosts;

    @BeforeEach
    void one_host_as_just_installed() {
        lab = Lab.open();
        hosts = lab.fresh(List.of("STAND_IN_POD_AFTER=3"), "n1");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"csh", "fish", "rbash", "noisy", "root"})
    void whatever_the_login_shell_the_host_joins(String user) {
        var job = Job.with(folder, lab, hosts, key(user), lab.registration(lab.token()));

        var run = job.run();

        assertThat(run.exit()).as(run::toString).isZero();
        assertThat(hosts.getFirst().agentStarts()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        # user,   finding that stops the run
        nologin,  reach.privilege
        plain,    reach.privilege
        needstty, reach.privilege
        pw,       reach.privilege
        nobody2,  reach.sign-in
        """)
    void a_login_that_cannot_do_it_is_refused_at_the_rung_that_fails(String user, String finding) {
        var job = Job.with(folder, lab, hosts, key(user), lab.registration(lab.token()));
        var before = hosts.getFirst().traces();

        var checked = job.check("--json");

        assertThat(checked.exit()).as(checked::toString).isEqualTo(3);
        assertThat(JoinTest.findings(checked, "failed", "hard").keySet())
                .as(checked::toString)
                .containsExactly(finding);
        assertThat(hosts.getFirst().traces()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "MaxSessions 1",
                "Banner /etc/debian_version",
                "KexAlgorithms diffie-hellman-group-exchange-sha256",
                "KexAlgorithms ecdh-sha2-nistp256",
                "HostKeyAlgorithms rsa-sha2-512",
                "Ciphers aes128-ctr",
                "ClientAliveInterval 1",
                "AllowTcpForwarding no",
                "PermitUserEnvironment yes",
                "PrintMotd yes",
            })
    void whatever_sshd_is_told_the_host_joins(String setting) {
        Lab.call("sshd", "n1", setting);
        var job = Job.with(folder, lab, hosts, key("ops"), lab.registration(lab.token()));

        var run = job.run();

        assertThat(run.exit()).as(run::toString).isZero();
    }

    @Test
    void a_forced_command_is_no_sign_in_and_nothing_is_changed() {
        Lab.call("sshd", "n1", "ForceCommand /bin/echo this account is for backups");
        var job = Job.with(folder, lab, hosts, key("ops"), lab.registration(lab.token()));

        var checked = job.check("--json");

        assertThat(checked.exit()).as(checked::toString).isEqualTo(3);
        assertThat(checked.out()).contains("reach.");
    }

    @Test
    void a_password_is_given_also_where_sshd_asks_for_it_as_a_question() {
        Lab.call("sshd", "n1", "PasswordAuthentication no", "KbdInteractiveAuthentication yes");
        hosts.getFirst().says("printf '%s\\n' 'pw:a pass \"word\" 7$' | chpasswd");
        var login = "{user: pw, password: {env: PW}, sudo: {password: {env: PW}}}";
        var job = Job.with(folder, lab, hosts, login, lab.registration(lab.token()), "PW", "a pass \"word\" 7$");

        var run = job.run();

        assertThat(run.exit()).as(run::toString).isZero();
    }

    @Test
    void a_wrong_sudo_password_is_said_and_tried_once() {
        hosts.getFirst().says("printf '%s\\n' 'pw:right-one' | chpasswd");
        var login = "{user: pw, password: {env: PW}, sudo: {password: {env: SUDO}}}";
        var job = Job.with(
                folder, lab, hosts, login, lab.registration(lab.token()), "PW", "right-one", "SUDO", "wrong-one");

        var checked = job.check("--json");

        assertThat(checked.exit()).as(checked::toString).isEqualTo(3);
        assertThat(JoinTest.findings(checked, "failed", "hard").keySet()).containsExactly("reach.privilege");
        assertThat(hosts.getFirst()
                        .says("journalctl -q --no-pager | grep -c 'pam_unix(sudo:auth): authentication failure' || :")
                        .strip())
                .isEqualTo("1");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        # file,       host.os
        ubuntu-16.04, passed
        centos-7.5,   passed
        rancheros,    passed
        # nobody knows it, so nobody can say that it won't do
        unknown,      unknown
        """)
    void the_operating_system_is_read_from_what_the_distribution_says(String file, String state) {
        Lab.call("os", "n1", file);
        var job = Job.with(folder, lab, hosts, key("ops"), lab.registration(lab.token()));

        var found = Events.document(job.check("--json"))
                .path("hosts")
                .path(0)
                .path("findings")
                .valueStream()
                .filter(finding -> finding.path("id").asString().equals("host.os"))
                .findFirst()
                .orElseThrow();

        assertThat(found.path("state").asString()).as(found::toString).isEqualTo(state);
    }

    private String key(String user) {
        return "{user: %s, key: %s}".formatted(user, lab.key());
    }
}

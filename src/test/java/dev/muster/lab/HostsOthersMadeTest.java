package dev.muster.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `muster check` finds on hosts that its makers didn't make: accounts, sshd's settings, distributions. It
/// changes nothing, so that one host serves all of these tests.
@Tag("lab")
class HostsOthersMadeTest {

    private static Lab lab;
    private static List<LabHost> hosts;

    @TempDir
    Path folder;

    @BeforeAll
    static void one_host_as_just_installed() {
        lab = Lab.open();
        hosts = lab.fresh(List.of(), "n1");
        hosts.getFirst().says("printf '%s\\n' 'pw:right-one' | chpasswd");
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
        var checked = job(key(user)).check("--json");

        assertThat(checked.exit()).as(checked::toString).isEqualTo(3);
        assertThat(JoinTest.findings(checked, "failed", "hard"))
                .as(checked::toString)
                .containsOnlyKeys(finding);
    }

    @Test
    void a_wrong_sudo_password_is_said_and_sent_once() {
        var login = "{user: pw, password: {env: PW}, sudo: {password: {env: SUDO}}}";
        var job = Job.with(folder, lab, hosts, login, lab.registration(), "PW", "right-one", "SUDO", "wrong-one");
        var before = sudoRefusals();

        var checked = job.check("--json");

        assertThat(checked.exit()).as(checked::toString).isEqualTo(3);
        assertThat(JoinTest.findings(checked, "failed", "hard")).containsOnlyKeys("reach.privilege");
        assertThat(sudoRefusals() - before).isEqualTo(1);
    }

    private static int sudoRefusals() {
        return Integer.parseInt(hosts.getFirst()
                .says("journalctl -q --no-pager | grep -c 'pam_unix(sudo:auth): authentication failure' || :")
                .strip());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "MaxSessions 1",
                "Banner /etc/debian_version",
                "KexAlgorithms diffie-hellman-group-exchange-sha256",
                "HostKeyAlgorithms rsa-sha2-512",
                "Ciphers aes128-ctr",
                "AllowTcpForwarding no",
                "MaxAuthTries 1",
            })
    void whatever_sshd_is_told_the_host_is_reached(String setting) {
        Lab.call("sshd", "n1", setting);
        try {
            var checked = job(key("ops")).check("--json");

            assertThat(checked.exit()).as(checked::toString).isZero();
        } finally {
            Lab.call("sshd", "n1");
        }
    }

    @Test
    void a_forced_command_is_no_shell() {
        Lab.call("sshd", "n1", "ForceCommand /bin/echo this account is for backups");
        try {
            var checked = job(key("ops")).check("--json");

            assertThat(checked.exit()).as(checked::toString).isEqualTo(3);
            assertThat(JoinTest.findings(checked, "failed", "hard"))
                    .hasEntrySatisfying(
                            "reach.privilege", what -> assertThat(what).contains("backups"));
        } finally {
            Lab.call("sshd", "n1");
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        # file,       host.os
        ubuntu-16.04, passed
        centos-7.5,   passed
        rancheros,    passed
        unknown,      failed
        """)
    void the_operating_system_is_read_from_what_the_distribution_says(String file, String state) {
        Lab.call("os", "n1", file);
        try {
            var checked = job(key("ops")).accepting(Map.of()).check("--json");
            var found = Events.document(checked)
                    .path("hosts")
                    .path(0)
                    .path("findings")
                    .valueStream()
                    .filter(finding -> finding.path("id").asString().equals("host.os"))
                    .findFirst()
                    .orElseThrow();

            assertThat(found.path("state").asString()).as(found::toString).isEqualTo(state);
        } finally {
            Lab.call("os", "n1", "debian");
        }
    }

    private Job job(String login) {
        return Job.with(folder, lab, hosts, login, lab.registration());
    }

    private static String key(String user) {
        return "{user: %s, key: %s}".formatted(user, lab.key());
    }
}

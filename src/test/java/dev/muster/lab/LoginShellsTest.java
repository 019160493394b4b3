package dev.muster.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Accounts as admins have made them: whatever greets at the login, the script that runs is ours, in sh.
@Tag("lab")
class LoginShellsTest {

    @TempDir
    Path folder;

    @Test
    void five_hosts_with_five_kinds_of_login_shell_join_in_one_run() {
        var lab = Lab.open();
        var hosts = lab.fresh(List.of("STAND_IN_POD_AFTER=3"), "n1", "n2", "n3", "n21", "n22");
        var logins = Stream.of("csh", "fish", "rbash", "noisy", "root")
                .map(user -> "{user: %s, key: %s}".formatted(user, lab.key()))
                .toList();
        var job = Job.with(folder, lab, hosts, logins, lab.registration());

        var run = job.run();

        assertThat(run.exit()).as(run::toString).isZero();
        assertThat(hosts).allSatisfy(host -> assertThat(host.agentStarts()).isEqualTo(1));
        assertThat(run.out()).as("what a shell of the admin's own greets with").doesNotContain("monitored");
    }

    @Test
    void sudo_with_a_password_joins_also_where_sshd_asks_for_it_as_a_question() {
        var lab = Lab.open();
        var hosts = lab.fresh(List.of("STAND_IN_POD_AFTER=3"), "n1", "n2");
        hosts.forEach(host -> host.says("printf '%s\\n' 'pw:a pass \"word\" 7$' | chpasswd"));
        Lab.call("sshd", "n2", "PasswordAuthentication no", "KbdInteractiveAuthentication yes");
        var login = "{user: pw, password: {env: PW}, sudo: {password: {env: PW}}}";
        var job = Job.with(folder, lab, hosts, login, lab.registration(), "PW", "a pass \"word\" 7$");

        var run = job.run();

        assertThat(run.exit()).as(run::toString).isZero();
        assertThat(hosts).allSatisfy(host -> assertThat(host.agentStarts()).isEqualTo(1));
    }
}

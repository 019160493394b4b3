package dev.muster.ui.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.Problem;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.work.BastionForm;
import dev.muster.ui.work.Desks;
import dev.muster.ui.work.HostForm;
import dev.muster.ui.work.LoginForm;
import dev.muster.ui.work.LoginForm.Proof;
import dev.muster.ui.work.WayForm;
import dev.muster.ui.work.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostsModelTest {

    @TempDir
    Path home;

    private Work work;
    private HostsModel model;
    private final List<PageId> opened = new ArrayList<>();

    @BeforeEach
    void begin() {
        work = Desks.work(home);
        work.paste(Desks.COMMAND);
        work.edit(form -> form.withName("factory").withCluster("factory"));
        model = new HostsModel(work, opened::add);
    }

    private void add(String name, String address) {
        model.add();
        model.edit(host -> host.withName(name).withAddress(address));
    }

    @Test
    void with_no_host_the_button_waits() {
        assertThat(model.bar().get().open()).isFalse();
        assertThat(model.bar().get().sign()).isEqualTo(Sign.WAITS);
    }

    @Test
    void the_first_host_carries_the_cluster_and_the_next_ones_work() {
        add("lin1", "10.0.0.11");
        add("lin2", "10.0.0.12");

        assertThat(work.form().hosts())
                .extracting(HostForm::roles)
                .containsExactly(Set.of(Role.ETCD, Role.CONTROLPLANE, Role.WORKER), Set.of(Role.WORKER));
    }

    @ParameterizedTest(name = "{0}={1}: open {2}")
    @CsvSource(textBlock = """
        name,    lin1,           true
        name,    'lin 1',        false
        name,    '-lin1',        false
        address, 10.0.0.11,      true
        address, fd00::11,       true
        address, ops@10.0.0.11,  false
        address, https://lin1,   false
        address, '',             false
        port,    22,             true
        port,    65535,          true
        port,    65536,          false
        port,    0,              false
        port,    ssh,            false
        """)
    void a_field_that_cannot_be_used_keeps_the_button_shut_and_is_named(String part, String value, boolean open) {
        add("lin1", "10.0.0.11");
        model.edit(host -> switch (part) {
            case "name" -> host.withName(value);
            case "address" -> host.withAddress(value);
            default -> host.withPort(value);
        });

        assertThat(model.bar().get().open()).isEqualTo(open);
        assertThat(model.fault(part).isEmpty()).isEqualTo(open);
        assertThat(model.rows().getFirst().faults().isEmpty()).isEqualTo(open);
    }

    @Test
    void several_selected_hosts_change_together_and_no_other() {
        add("lin1", "10.0.0.11");
        add("lin2", "10.0.0.12");
        add("lin3", "10.0.0.13");
        model.select(Set.of(1, 2));
        model.edit(host -> host.withLabels("zone=a"));

        assertThat(work.form().hosts()).extracting(HostForm::labels).containsExactly("", "zone=a", "zone=a");
        assertThat(model.common(HostForm::labels)).contains("zone=a");
        assertThat(model.common(HostForm::name)).isEmpty();
    }

    @Test
    void the_filter_hides_rows_and_keeps_hosts() {
        add("lin1", "10.0.0.11");
        add("web7", "10.0.0.12");
        model.filter("WEB");

        assertThat(model.rows()).extracting(row -> row.host().name()).containsExactly("web7");
        assertThat(work.form().hosts()).hasSize(2);
    }

    @Test
    void what_the_filter_hides_is_not_edited() {
        add("lin1", "10.0.0.11");
        add("web7", "10.0.0.12");
        model.select(Set.of(0, 1));
        model.filter("web");

        assertThat(model.selected().get()).containsExactly(1);
    }

    @Test
    void a_pasted_list_is_looked_at_before_it_is_taken() {
        model.read("node[01-03].example.org\nops@10.0.0.9:2222\nnode[20-10]");

        assertThat(work.form().hosts()).isEmpty();
        assertThat(model.imported().get().hosts()).hasSize(4);
        assertThat(model.imported().get().problems())
                .extracting(Problem::kind)
                .containsOnly(Problem.Kind.INPUT)
                .isNotEmpty();

        model.take();

        assertThat(work.form().hosts()).extracting(HostForm::name).contains("node01", "node03");
        assertThat(work.form().logins()).extracting(LoginForm::user).contains("ops");
    }

    @Test
    void removing_takes_the_selected_hosts_and_no_other() {
        add("lin1", "10.0.0.11");
        add("lin2", "10.0.0.12");
        add("lin3", "10.0.0.13");
        model.select(Set.of(0, 2));
        model.remove();

        assertThat(work.form().hosts()).extracting(HostForm::name).containsExactly("lin2");
        assertThat(model.selected().get()).isEmpty();
    }

    @Test
    void the_rules_of_roles_are_said_before_any_host_is_asked() {
        add("lin1", "10.0.0.11");

        assertThat(model.rules()).extracting(Rule::sign).contains(Sign.FITS);
    }

    @Test
    void a_host_that_turns_to_Windows_works_and_is_reached_by_WinRM() {
        add("lin1", "10.0.0.11");
        add("win1", "10.0.0.21");
        model.edit(host -> host.with(Role.ETCD, true).withPort("22").withOs(Os.WINDOWS));

        var host = work.form().hosts().getLast();
        assertThat(host.roles()).containsExactly(Role.WORKER);
        assertThat(host.port()).as("SSH's own port").isEmpty();
        assertThat(work.setup().orElseThrow().hosts().getLast().port()).isEqualTo(5986);
        assertThat(model.bar().get().open()).isTrue();
    }

    @ParameterizedTest(name = "{0}, https {1}, {2}: {3}")
    @CsvSource(textBlock = """
        win1.example.org, true,  ntlm,        ''
        win1.example.org, true,  kerberos,    ''
        win1.example.org, true,  basic,       ''
        win1.example.org, true,  certificate, winrm
        win1.example.org, true,  digest,      winrm
        win1.example.org, false, ntlm,        ''
        win1.example.org, false, basic,       winrm
        10.0.0.21,        true,  kerberos,    winrm
        """)
    void what_cannot_work_over_WinRM_is_said_at_its_field(String address, boolean https, String auth, String part) {
        add("lin1", "10.0.0.11");
        add("win1", address);
        model.edit(host -> host.withOs(Os.WINDOWS).withWay(new WayForm(true, https, auth)));

        assertThat(model.fault("winrm").isPresent()).isEqualTo(!part.isEmpty());
        assertThat(model.faultBut(Set.of("winrm"))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        name    | ''        | ''
        name    | 'a b'     | ''
        user    | ''        | user
        key     | ''        | key
        proofs  | ''        | .
        keytab  | ''        | keytab
        """)
    void what_is_wrong_with_a_login_is_said_at_its_field(String changed, String value, String part) {
        add("lin1", "10.0.0.11");
        var login = LoginForm.byKey("ops", "ops", "~/.ssh/id_ed25519");
        model.logins(
                List.of(
                        switch (changed) {
                            case "name" -> login.withName(value);
                            case "user" -> login.withUser(value);
                            case "key" -> login.withKey(value);
                            case "keytab" -> login.with(Proof.KEYTAB, true);
                            default -> login.with(Proof.KEY, false);
                        }),
                "");

        assertThat(model.bar().get().open()).isFalse();
        assertThat(model.fault("logins", 0, model.logins().getFirst().name(), part))
                .isPresent();
    }

    @Test
    void two_logins_of_one_name_are_told_instead_of_one_being_lost() {
        add("lin1", "10.0.0.11");
        model.logins(List.of(LoginForm.byAgent("ops", "ops"), LoginForm.byPassword("ops", "root")), "ops");

        assertThat(model.bar().get().open()).isFalse();
        assertThat(model.fault("logins", 0, "ops", "")).isEmpty();
        assertThat(model.fault("logins", 1, "ops", "")).isPresent();
    }

    @Test
    void a_chain_of_bastions_that_goes_round_is_said_at_its_field() {
        add("lin1", "10.0.0.11");
        model.logins(List.of(LoginForm.byAgent("ops", "ops")), "ops");
        model.bastions(
                List.of(
                        new BastionForm("jump", "jump.example.org", "", "ops", "inner"),
                        new BastionForm("inner", "10.0.0.1", "", "ops", "jump")),
                "jump");

        assertThat(model.fault("bastions", 0, "jump", "via")).isPresent();
        model.changeBastion(0, it -> it.withVia(""));
        assertThat(model.bar().get().open()).isTrue();
    }
}

package dev.muster.setup.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.setup.CleanSettings;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.ClusterSettings.Network;
import dev.muster.setup.Goal;
import dev.muster.setup.Os;
import dev.muster.setup.RegistrationSource;
import dev.muster.setup.Role;
import dev.muster.setup.SecretRef;
import dev.muster.setup.SetupWords;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SetupFileTest {

    @ParameterizedTest
    @CsvSource({
        "v1.11.6-rancher1-1, RKE1",
        "v1.35.7+rke2r1, RKE2",
        "v1.35.7+k3s1, K3S",
        "v1.35, RKE1",
        "'v1.35, distribution: k3s', K3S"
    })
    void a_whole_version_of_kubernetes_says_the_distribution(String kubernetes, ClusterSettings.Distribution said) {
        var setup = SetupFile.parse("""
            muster: 1
            name: factory
            goal: join
            rancher: {version: v2.15.0, server: "https://rancher.example.org", registration: {env: REG}}
            cluster: {name: factory, kubernetes: %s}
            hosts:
              - {name: lin1, address: 10.0.0.11, roles: [etcd, controlplane, worker]}
            """.formatted(kubernetes), "factory.muster.yaml", Path.of("."));

        assertThat(setup.cluster().distribution()).isEqualTo(said);
    }

    @Test
    void the_same_address_behind_another_bastion_is_no_second_time() {
        var read = Given.read(Given.with(
                "  - {name: win1, address: 10.0.0.21, os: windows, roles: [worker], login: win}",
                """
                  - {name: north, address: 10.0.0.31, via: north, roles: [worker]}
                  - {name: south, address: 10.0.0.31, via: south, roles: [worker]}
                bastions:
                  north: {address: 192.0.2.1, login: ops}
                  south: {address: 192.0.2.2, login: ops}
                """.stripTrailing().indent(0)));

        assertThat(read.hosts()).extracting(host -> host.name().value()).contains("north", "south");
    }

    @Test
    void what_the_file_says_and_what_it_leaves_to_the_defaults() {
        var setup = Given.read(Given.HEALTHY);

        assertThat(setup.name()).isEqualTo("factory");
        assertThat(setup.rancher().registration())
                .isEqualTo(new RegistrationSource.Command(new SecretRef.Env("REGISTRATION")));
        assertThat(setup.cluster().network()).isEqualTo(Network.FLANNEL_HOST_GW);
        assertThat(setup.cluster().podCidr()).isEqualTo("10.42.0.0/16");
        assertThat(setup.limits().parallel()).isEqualTo(32);
        assertThat(setup.limits().connect()).isEqualTo(Duration.ofSeconds(10));
        assertThat(setup.accept().getFirst().host()).isEqualTo(new HostName("lin2"));

        var lin2 = setup.hosts().get(1);
        assertThat(lin2.port()).isEqualTo(2222);
        assertThat(lin2.login().name()).isEqualTo("ops");
        assertThat(lin2.roles()).containsExactly(Role.WORKER);
        assertThat(lin2.labels()).containsEntry("disk", "ssd");
        assertThat(lin2.nodeName()).isEqualTo(new HostName("lin2"));

        var win1 = setup.hosts().get(2);
        assertThat(win1.os()).isEqualTo(Os.WINDOWS);
        assertThat(win1.login().password()).isEqualTo(new SecretRef.Prompt());
    }

    @Test
    void without_a_login_it_is_the_workstations_user() {
        var login = Given.read(Given.with("defaults: {login: ops}\n", ""))
                .hosts()
                .getFirst()
                .login();

        assertThat(login.name()).isEmpty();
        assertThat(login.user()).isEqualTo("ada");
        assertThat(login.key()).isNull();
    }

    @Test
    void paths_are_relative_to_the_file_and_a_tilde_is_home() {
        var setup = Given.read(Given.with("{env: OPS_PASSWORD}", "{file: secrets/ops}")
                .replace("{env: REGISTRATION}", "{file: ~/registration}"));

        assertThat(setup.logins().getFirst().password()).isEqualTo(new SecretRef.InFile(Path.of("/work/secrets/ops")));
        assertThat(setup.rancher().registration())
                .isEqualTo(new RegistrationSource.Command(new SecretRef.InFile(Path.of("/home/ada/registration"))));
    }

    @Test
    void the_registration_in_parts() {
        var sum = "AB".repeat(32);
        var setup = Given.read(Given.with(
                "{env: REGISTRATION}",
                "{token: {env: TOKEN}, caChecksum: " + sum + ", image: \"rancher/rancher-agent:v2.1.6\"}"));

        assertThat(setup.rancher().registration())
                .isEqualTo(new RegistrationSource.Parts(
                        new SecretRef.Env("TOKEN"), "ab".repeat(32), "rancher/rancher-agent:v2.1.6"));
    }

    @Test
    void an_alias_that_explodes_nothing_is_just_an_alias() {
        var setup = Given.read(Given.with("roles: [worker], labels", "roles: &w [worker], labels")
                .replace("os: windows, roles: [worker]", "os: windows, roles: *w"));

        assertThat(setup.hosts().get(2).roles()).containsExactly(Role.WORKER);
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_do_no_harm() {
        assertThat(Given.read("\uFEFF" + Given.HEALTHY.replace("\n", "\r\n"))).isEqualTo(Given.read(Given.HEALTHY));
    }

    @Test
    void five_thousand_hosts_are_read() {
        var text = new StringBuilder(Given.HEALTHY.substring(0, Given.HEALTHY.indexOf("accept:")));
        for (var i = 0; i < 5000; i++) {
            text.append("  - {name: n")
                    .append(i)
                    .append(", address: 10.1.")
                    .append(i / 250)
                    .append('.');
            text.append(i % 250 + 1).append(", roles: [worker]}\n");
        }
        assertThat(Given.read(text.toString()).hosts()).hasSize(5003);
    }

    @Test
    void hosts_know_the_whole_way_to_them() {
        var setup = Given.read(Given.with("defaults: {login: ops}", "defaults: {login: ops, via: inner}")
                .replace("port: 2222", "port: 2222, via: jump")
                .replace("accept:", """
                    bastions:
                      inner: {address: 10.0.0.1, port: 2200, login: win, via: jump}
                      jump: {address: jump.example.org, login: ops}
                    limits: {perBastion: 4}
                    accept:\
                    """));

        var inner = setup.hosts().get(0).via();
        assertThat(inner).isNotNull();
        assertThat(inner.port()).isEqualTo(2200);
        assertThat(inner.login().user()).isEqualTo("Administrator");
        assertThat(inner.via()).isNotNull();
        assertThat(inner.via().address()).isEqualTo("jump.example.org");
        assertThat(inner.via().via()).isNull();
        assertThat(setup.hosts().get(1).via()).isEqualTo(inner.via());
        assertThat(setup.limits().perBastion()).isEqualTo(4);
    }

    @Test
    void all_problems_are_told_at_once_in_the_order_of_the_file() {
        var problems = Given.problems(Given.with("name: lin1", "name: Lin1")
                .replace("port: 2222", "port: 0")
                .replace("login: win}", "login: wni}"));

        assertThat(problems)
                .extracting(problem -> problem.place().line() + " "
                        + problem.place().field() + " " + problem.what().key())
                .containsExactly(
                        "11 hosts[0].name NAME_CAPITALS",
                        "12 hosts[1].port PORT_RANGE",
                        "13 hosts[2].login LOGIN_NEAR");
        assertThat(problems.getFirst().place().column()).isEqualTo(12);
        assertThat(problems.getFirst().place().file()).isEqualTo("factory.muster.yaml");
    }

    @Test
    void a_goal_that_this_build_lacks_is_one_problem() {
        var install = """
            muster: 1
            name: rancher-prod
            goal: install
            rancher:
              version: v2.15
              hostname: rancher.example.org
              tls: {source: secret, certificate: tls/chain.pem, key: tls/key.pem, ca: tls/ca.pem}
            cluster: {name: local, distribution: rke2, kubernetes: v1.35, endpoint: 10.0.1.5}
            defaults: {login: ops}
            logins: {ops: {user: ops, agent: true, sudo: {password: {prompt: true}}}}
            hosts:
              - {name: lb1, address: 10.0.1.5, roles: [balancer]}
              - {name: r1, address: 10.0.1.11, roles: [server]}
            """;
        assertThat(Given.problems(install)).singleElement().satisfies(problem -> {
            assertThat(problem.what().key()).isEqualTo(SetupWords.GOAL_NOT_YET);
            assertThat(problem.place().field()).isEqualTo("goal");
            assertThat(problem.place().line()).isEqualTo(3);
        });
    }

    private static final String CLEANING = """
        muster: 1
        name: retire-factory
        goal: clean
        defaults: {login: ops}
        logins: {ops: {user: ops, password: {prompt: true}}}
        hosts: [{name: lin2, address: 10.0.0.12, port: 2222, roles: [etcd, worker]}, {name: lin3, address: 10.0.0.13, roles: [etcd]}]
        clean: {images: true, reboot: true, cluster: none, also: ['path:/etc/ceph'], except: ['container:db']}
        """;

    @Test
    void a_cleaning_needs_no_Rancher_and_no_roles_that_go_together() {
        var setup = Given.read(CLEANING);

        assertThat(setup.goal()).isEqualTo(Goal.CLEAN);
        assertThat(setup.clean())
                .isEqualTo(new CleanSettings(
                        true, false, false, true, List.of("path:/etc/ceph"), List.of("container:db")));
    }

    @Test
    void what_a_cleaning_cannot_do_yet_is_refused() {
        assertThat(Given.problems(CLEANING.replace("cluster: none", "cluster: rancher")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.what().key()).isEqualTo(SetupWords.NOT_YET);
                    assertThat(problem.place().field()).isEqualTo("clean.cluster");
                });
        assertThat(Given.problems(CLEANING.replace("roles: [etcd]}", "os: windows, roles: [worker]}")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().field()).isEqualTo("hosts[1].os"));
    }

    @Test
    void words_about_cleaning_belong_to_a_cleaning() {
        var join = Given.HEALTHY + "clean: {images: true}\n";

        assertThat(Given.problems(join)).singleElement().satisfies(problem -> {
            assertThat(problem.what().key()).isEqualTo(SetupWords.CLEAN_OF_ANOTHER);
            assertThat(problem.place().field()).isEqualTo("clean");
        });
    }
}

package dev.muster.plan;

import static dev.muster.setup.Role.CONTROLPLANE;
import static dev.muster.setup.Role.ETCD;
import static dev.muster.setup.Role.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.setup.Host;
import dev.muster.setup.Login;
import dev.muster.setup.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class JoinOrderTest {

    private static final Login OPS = Login.withKey("ops", "ops", Path.of("key"));

    @Test
    void a_host_with_etcd_and_control_plane_goes_first_alone() {
        var order = JoinOrder.of(List.of(
                host("w1", WORKER),
                host("e1", ETCD),
                host("a1", ETCD, CONTROLPLANE, WORKER),
                host("c1", CONTROLPLANE)));

        assertThat(names(order.first())).containsExactly("a1");
        assertThat(names(order.servers())).containsExactly("e1", "c1");
        assertThat(names(order.workers())).containsExactly("w1");
    }

    @Test
    void where_no_host_has_both_the_fewest_that_have_them_between_them_go_first_together() {
        var order =
                JoinOrder.of(List.of(host("e1", ETCD), host("e2", ETCD), host("c1", CONTROLPLANE), host("e3", ETCD)));

        assertThat(names(order.first())).containsExactly("e1", "c1");
        assertThat(names(order.servers())).containsExactly("e2", "e3");
    }

    @Test
    void workers_alone_join_a_cluster_that_runs_and_wait_for_nobody() {
        var order = JoinOrder.of(List.of(host("w1", WORKER), host("w2", WORKER)));

        assertThat(order.first()).isEmpty();
        assertThat(order.servers()).isEmpty();
        assertThat(names(order.workers())).containsExactly("w1", "w2");
    }

    private static Host host(String name, Role... roles) {
        return Host.linux(new HostName(name), "10.0.0.1", Set.of(roles), OPS);
    }

    private static List<String> names(List<Host> hosts) {
        return hosts.stream().map(host -> host.name().value()).toList();
    }
}

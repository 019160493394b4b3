package dev.muster.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.setup.Host;
import dev.muster.setup.Role;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighboursTest {

    private static final int SERVERS = 3;

    private static List<Host> hosts(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> number < SERVERS
                        ? Given.host("n" + number, 1, Role.ETCD, Role.CONTROLPLANE)
                        : Given.host("n" + number, 1, Role.WORKER))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 63, Neighbours.WHOLE})
    void in_a_cluster_of_a_common_size_each_tries_every_other(int count) {
        var hosts = hosts(count);

        for (var target : hosts) {
            assertThat(new Neighbours(hosts).of(target))
                    .hasSize(count - 1)
                    .doesNotContain(target)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Neighbours.WHOLE + 1, 1000})
    void in_a_large_one_servers_and_all_try_each_other_and_workers_those_next_to_them(int count) {
        var hosts = hosts(count);
        var tries = new HashMap<Host, Integer>();

        for (var target : hosts) {
            var sources = new Neighbours(hosts).of(target);
            assertThat(sources).doesNotContain(target).doesNotHaveDuplicates();
            if (target.isServer()) {
                assertThat(sources).hasSize(count - 1);
            } else {
                assertThat(sources).containsAll(hosts.subList(0, SERVERS));
                assertThat(sources.size()).isBetween(Neighbours.NEAR, Neighbours.NEAR + SERVERS);
                sources.stream()
                        .filter(source -> !source.isServer())
                        .forEach(source -> tries.merge(source, 1, Integer::sum));
            }
        }
        assertThat(tries).as("every worker tries others").hasSize(count - SERVERS);
        assertThat(tries.values())
                .allSatisfy(times -> assertThat(times).isBetween(Neighbours.NEAR - SERVERS, Neighbours.NEAR));
    }

    @Test
    void a_host_that_is_not_of_the_setup_is_tried_by_all() {
        var hosts = hosts(100);

        assertThat(new Neighbours(hosts).of(Given.host("other", 9, Role.WORKER)))
                .hasSize(100);
    }
}

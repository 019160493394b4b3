package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.practice.PracticeHosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScanCommandTest {

    @TempDir
    private Path home = Path.of("");

    private PracticeHosts hosts;
    private String file = "";

    @BeforeEach
    void start() throws IOException {
        hosts = PracticeHosts.start(50);
        file = Files.writeString(home.resolve("practice.muster.yaml"), hosts.setupText())
                .toString();
    }

    @AfterEach
    void stop() {
        hosts.close();
    }

    private Terminal terminal() {
        var terminal = new Terminal(home);
        hosts.environment().forEach(terminal::with);
        return terminal;
    }

    @Test
    void each_thing_stands_with_its_kind_its_owner_and_its_size() {
        var terminal = terminal();

        assertThat(terminal.run("scan", file, "--only", "lin1,lin3,win1", "--trust-new", "--lang", "en"))
                .as(terminal.out() + terminal.err())
                .isZero();

        assertThat(terminal.out())
                .contains("lin1: nothing of a cluster", "win1: nothing of a cluster", "lin3: 13 things of a cluster")
                .containsPattern("path +/opt/rke/etcd-snapshots +etcd's snapshots")
                .containsPattern("path +/root/.kube/config +somebody else's")
                .containsPattern("path +/var/lib/calico +the pod network's +1.3 MB")
                .containsPattern("interface +flannel.1")
                .containsPattern("ipset +cali40");
        assertThat(hosts.rancher().asked().all()).isEmpty();
    }

    @Test
    void a_host_that_cannot_be_asked_is_said_to_be_unknown_and_the_exit_status_says_so() {
        var terminal = terminal();

        assertThat(terminal.run("scan", file, "--only", "lin1,lin4", "--trust-new", "--json"))
                .isEqualTo(3);

        var document = terminal.json().path("hosts");
        assertThat(document.get(0).path("items").isEmpty()).isTrue();
        assertThat(document.get(1).path("items").isNull()).isTrue();
        assertThat(document.get(1).path("unknown").asString()).isNotEmpty();
    }

    @Test
    void the_document_has_the_same_ids_a_second_time() {
        var first = terminal();
        var second = terminal();

        assertThat(first.run("scan", file, "--only", "lin3", "--trust-new", "--json"))
                .isZero();
        assertThat(second.run("scan", file, "--only", "lin3", "--json")).isZero();

        var items = first.json().path("hosts").get(0).path("items");
        assertThat(items).isEqualTo(second.json().path("hosts").get(0).path("items"));
        assertThat(items.valueStream())
                .filteredOn(item -> item.path("id").asString().equals("path:/etc/cni"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.path("kind").asString()).isEqualTo("path");
                    assertThat(item.path("size").asLong()).isEqualTo(1284 * 1024);
                    assertThat(item.path("owner").asString()).isEqualTo("network");
                });
    }
}

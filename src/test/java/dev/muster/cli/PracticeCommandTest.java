package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PracticeCommandTest {

    @TempDir
    private Path home = Path.of("");

    @Test
    void three_hosts_are_taken_out_with_their_reasons_and_four_are_joined() {
        var terminal = new Terminal(home);

        assertThat(terminal.run("practice", "--speed", "50", "--lang", "en"))
                .as(terminal.out() + terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("reach.privilege", "host.arch", "windows.build");
        assertThat(terminal.err()).contains("taken out: lin4, lin5, win2", "This is practice", "This was practice");
        assertThat(terminal.out())
                .contains("join/lin1 done", "join/lin2 done", "join/lin3 done", "join/win1 done", "active/win1");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void todays_hosts_join_by_the_system_agent() {
        var terminal = new Terminal(home);

        assertThat(terminal.run("practice", "--rancher", "v2.15.0", "--speed", "50", "--lang", "en"))
                .as(terminal.out() + terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("feature/win1 done", "join/win2 done", "join/lin5 done", "active/win1");
    }

    @Test
    void a_dirty_host_is_cleaned_a_clean_one_is_left_alone_and_a_second_look_says_so() {
        for (var rancher : List.of("v2.1.6", "v2.15.0")) {
            var terminal = new Terminal(home);

            assertThat(terminal.run(
                            "practice", "--goal", "clean", "--rancher", rancher, "--speed", "50", "--lang", "en"))
                    .as(terminal.out() + terminal.err())
                    .isZero();
            assertThat(terminal.out())
                    .contains("clean-paths/lin3 done", "proof/lin3 done", "stayed: path:/opt/rke/etcd-snapshots")
                    .contains("clean: 12 of 12 things are gone, 2 stayed")
                    .doesNotContain("/lin1");
            assertThat(terminal.err()).contains("Clean, says a second look", "This was practice");
        }
    }

    @Test
    void there_is_a_practice_for_two_versions() {
        var terminal = new Terminal(home);

        assertThat(terminal.run("practice", "--rancher", "v2.9.0", "--lang", "en"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("v2.9.0", "v2.1.6, v2.15.0");
    }

    @Test
    void with_json_every_line_is_an_object_and_the_last_one_the_end() {
        var terminal = new Terminal(home);

        assertThat(terminal.run("practice", "--speed", "50", "--json")).isZero();
        var lines = terminal.jsonLines();
        assertThat(lines.stream().map(line -> line.path("type").asString()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("step", "log", "end");
        assertThat(lines.getLast().path("exit").asInt(-1)).isZero();
    }
}

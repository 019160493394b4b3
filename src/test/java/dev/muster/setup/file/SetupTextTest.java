package dev.muster.setup.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.base.ProblemException;
import dev.muster.setup.file.Wanted.Parts;
import dev.muster.setup.file.Wanted.Rows;
import dev.muster.setup.file.Wanted.Word;
import dev.muster.setup.file.Wanted.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SetupTextTest {

    private static final String COMMENTED = """
        # our factory, since 2018 😀
        muster: 1
        name: factory        # as in the wiki
        goal: join

        rancher:
          version: 'v2.1.6'  # don't touch before March
          server: https://rancher.example.org
          registration: {env: REGISTRATION}
        # canal was tried
        cluster: {name: factory, network: flannel}   # by ops

        logins:
          # ops may sudo
          ops: {user: ops, password: {env: OPS}}
        defaults: {login: ops}
        hosts:
          # rack 1
          - name: lin1       # first
            address: 10.0.0.11
            roles:
              - etcd
              - controlplane
            # below

          - name: lin2
            address: 10.0.0.12
            roles: [worker]  # more later

          # rack 2
          - {name: lin3, address: 10.0.0.13, port: 2222, roles: [worker]}  # odd port
        # the end
        """;

    @Test
    void what_says_so_already_stays_byte_for_byte() {
        var wanted = Map.<String, Wanted>of(
                "name", new Word("factory"),
                "rancher", new Parts(Map.of("version", new Word("v2.1.6")), false),
                "hosts", hosts(row("lin1", "10.0.0.11"), row("lin2", "10.0.0.12"), row("lin3", "10.0.0.13")));

        assertThat(SetupText.with(COMMENTED, wanted)).isEqualTo(COMMENTED);
    }

    @Test
    void a_changed_value_changes_nothing_else() {
        assertChanged(
                Map.of("name", new Word("factory-2")), "name: factory        # as", "name: factory-2        # as");
        assertChanged(Map.of("rancher", new Parts(Map.of("version", new Word("v2.1.7")), false)), "'v2.1.6'", "v2.1.7");
        assertChanged(
                Map.of("cluster", new Parts(Map.of("network", new Word("canal")), false)),
                "network: flannel}",
                "network: canal}");
    }

    @Test
    void a_key_is_added_in_the_style_of_its_neighbours() {
        assertChanged(
                Map.of("cluster", new Parts(Map.of("kubernetes", new Word("v1.11.6-rancher1-1")), false)),
                "network: flannel}",
                "network: flannel, kubernetes: v1.11.6-rancher1-1}");
        assertChanged(
                Map.of("rancher", new Parts(Map.of("edition", new Word("prime")), false)),
                "registration: {env: REGISTRATION}\n",
                "registration: {env: REGISTRATION}\n  edition: prime\n");
    }

    @Test
    void a_key_goes_with_its_line_and_its_neighbours_comments_stay() {
        assertChanged(
                Map.of("rancher", new Parts(Map.of("server", Wanted.GONE), false)),
                "  server: https://rancher.example.org\n",
                "");
        assertChanged(
                Map.of("cluster", new Parts(Map.of("name", Wanted.GONE), false)),
                "{name: factory, network",
                "{network");
        assertChanged(Map.of("defaults", Wanted.GONE), "defaults: {login: ops}\n", "");
    }

    @Test
    void hosts_come_go_and_change() {
        assertChanged(
                Map.of("hosts", hosts(row("lin1", "10.0.0.11"), row("lin3", "10.0.0.13"))),
                "  - name: lin2\n    address: 10.0.0.12\n    roles: [worker]  # more later\n",
                "");
        assertChanged(
                Map.of(
                        "hosts",
                        hosts(
                                row("lin1", "10.0.0.11"),
                                row("lin2", "10.0.0.99"),
                                row("lin3", "10.0.0.13"),
                                row("lin4", "fd00::4"))),
                List.of("address: 10.0.0.12", "  # odd port\n"),
                List.of("address: 10.0.0.99", "  # odd port\n  - {name: lin4, address: \"fd00::4\"}\n"));
    }

    @Test
    void a_renamed_host_keeps_its_place_and_comments() {
        assertChanged(
                Map.of("hosts", hosts(row("a1", "10.0.0.11"), row("lin2", "10.0.0.12"), row("lin3", "10.0.0.13"))),
                "name: lin1       # first",
                "name: a1       # first");
    }

    @Test
    void roles_in_lines_become_roles_in_brackets_only_when_they_change() {
        var same = row("lin1", "10.0.0.11", "controlplane", "etcd");
        var more = row("lin1", "10.0.0.11", "etcd", "controlplane", "worker");
        var rest = List.of(row("lin2", "10.0.0.12"), row("lin3", "10.0.0.13"));

        assertThat(SetupText.with(COMMENTED, Map.of("hosts", hosts(same, rest.get(0), rest.get(1)))))
                .isEqualTo(COMMENTED);
        assertChanged(
                Map.of("hosts", hosts(more, rest.get(0), rest.get(1))),
                "- etcd\n      - controlplane\n",
                "[etcd, controlplane, worker]\n");
    }

    @Test
    void a_byte_order_mark_stays() {
        assertThat(SetupText.with("\uFEFF" + COMMENTED, Map.of("name", new Word("b"))))
                .isEqualTo("\uFEFF" + COMMENTED.replace("name: factory        #", "name: b        #"));
    }

    @Test
    void windows_line_ends_stay() {
        var text = COMMENTED.replace("\n", "\r\n");
        var edited = SetupText.with(text, Map.of("rancher", new Parts(Map.of("edition", new Word("prime")), false)));

        assertThat(edited.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(edited).contains("  edition: prime\r\n");
    }

    @Test
    void a_new_setup_reads_back_as_it_was_entered() {
        var ops = new LinkedHashMap<String, Wanted>();
        ops.put("user", new Word("ops"));
        ops.put("password", Wanted.prompt());
        var wanted = new LinkedHashMap<String, Wanted>();
        wanted.put("name", new Word("factory"));
        wanted.put("goal", new Word("join"));
        wanted.put("rancher", new Parts(Map.of("version", new Word("v2.1.6")), false));
        wanted.put("cluster", new Parts(Map.of("network", new Wanted.Usual("canal")), false));
        wanted.put("logins", new Parts(Map.of("ops", new Parts(ops, false)), true));
        wanted.put("hosts", hosts(row("lin1", "10.0.0.11", "worker")));

        assertThat(SetupText.with(SetupText.NEW, wanted)).isEqualTo("""
            muster: 1
            name: factory
            goal: join
            rancher: {version: v2.1.6}
            logins:
              ops: {user: ops, password: {prompt: true}}
            hosts:
              - {name: lin1, address: 10.0.0.11, roles: [worker]}
            """);
    }

    @Test
    void what_was_typed_wrong_is_kept_for_the_reader_to_name() {
        var row = new LinkedHashMap<>(row("lin1;$(x)", "10.0.0.11", "worker").parts());
        row.put("port", new Wanted.Figure("22 "));
        var text =
                SetupText.with(Given.HEALTHY, Map.of("hosts", hosts(new Parts(row, false), row("lin2", "10.0.0.12"))));

        assertThat(text).contains("name: \"lin1;$(x)\"", "port: \"22 \"");

        assertThat(Given.problems(text))
                .extracting(problem -> problem.place().field())
                .contains("hosts[0].name", "hosts[0].port");
    }

    @Test
    void an_alias_is_not_changed_behind_its_back() {
        var text = COMMENTED
                .replace("roles: [worker]  #", "roles: &w [worker]  #")
                .replace("port: 2222, roles: [worker]", "port: 2222, roles: *w");
        var wanted = Map.<String, Wanted>of(
                "hosts", hosts(row("lin1", "10.0.0.11"), row("lin2", "10.0.0.12", "etcd"), row("lin3", "10.0.0.13")));

        assertThatThrownBy(() -> SetupText.with(text, wanted)).isInstanceOf(ProblemException.class);
    }

    /// Two hundred series of edits: whatever is done, the file then says it, and comments are all still there.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_series_of_edits_is_read_back_and_loses_no_comment(int seed) {
        var random = new Random(seed);
        var flow = random.nextBoolean();
        var text = flow ? COMMENTED : Given.HEALTHY.substring(0, Given.HEALTHY.indexOf("accept:"));
        var names = new ArrayList<>(List.of("lin1", "lin2", "lin3"));
        for (var edit = 0; edit < 6; edit++) {
            switch (random.nextInt(6)) {
                case 0 -> names.add("n" + edit);
                case 1 -> Collections.shuffle(names, random);
                case 2 -> names.set(random.nextInt(names.size()), names.getFirst());
                case 3 -> names.set(random.nextInt(names.size()), "");
                case 4 -> names.remove(random.nextInt(names.size()));
                default -> names.set(random.nextInt(names.size()), "r" + edit);
            }
            if (names.isEmpty()) {
                names.add("last" + edit);
            }
            var rows = new ArrayList<Parts>();
            for (var i = 0; i < names.size(); i++) {
                rows.add(row(names.get(i), "10.0.1." + (i + 1), random.nextBoolean() ? "worker" : "etcd"));
            }
            text = SetupText.with(
                    text, Map.of("hosts", new Rows("name", rows), "name", new Word("edit-" + random.nextInt(9))));
        }

        var tree = (Tree.Mapping) new YamlReader(text, new ArrayList<>()).read().orElseThrow();
        var said = ((Tree.Sequence) tree.get("hosts").orElseThrow())
                .items().stream()
                        .map(item ->
                                ((Tree.Scalar) ((Tree.Mapping) item).get("name").orElseThrow()).written())
                        .toList();
        assertThat(said).as("seed %d:%n%s", seed, text).containsExactlyElementsOf(names);
        if (flow) {
            assertThat(text).contains("# our factory, since 2018 😀", "# as in the wiki", "# the end", "# by ops");
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    private static Rows hosts(Parts... rows) {
        return new Rows("name", List.of(rows));
    }

    private static Parts row(String name, String address, String... roles) {
        var parts = new LinkedHashMap<String, Wanted>();
        parts.put("name", new Word(name));
        parts.put("address", new Word(address));
        if (roles.length > 0) {
            parts.put("roles", new Words(List.of(roles)));
        }
        return new Parts(parts, false);
    }

    private static void assertChanged(Map<String, Wanted> wanted, String there, String instead) {
        assertChanged(wanted, List.of(there), List.of(instead));
    }

    private static void assertChanged(Map<String, Wanted> wanted, List<String> there, List<String> instead) {
        var expected = COMMENTED;
        for (var i = 0; i < there.size(); i++) {
            assertThat(expected).contains(there.get(i));
            expected = expected.replace(there.get(i), instead.get(i));
        }
        assertThat(SetupText.with(COMMENTED, wanted)).isEqualTo(expected);
    }
}

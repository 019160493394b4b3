package dev.muster.setup.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.setup.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ImportersTest {

    @Nested
    final class AList {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            # a line                                     | name address port user roles os
            lin1                                         | lin1 lin1 22 - worker linux
            LIN1.example.org                             | lin1 LIN1.example.org 22 - worker linux
            10.0.0.11                                    | host-10-0-0-11 10.0.0.11 22 - worker linux
            ops@lin1:2222                                | lin1 lin1 2222 ops worker linux
            ops@[fd00::11]:2222                          | host-fd00-11 fd00::11 2222 ops worker linux
            fd00::11                                     | host-fd00-11 fd00::11 22 - worker linux
            ssh://ops@lin1:2222/                         | lin1 lin1 2222 ops worker linux
            ssh -p 2222 -i ~/.ssh/ops ops@lin1           | lin1 lin1 2222 ops worker linux
            lin1,10.0.0.11                               | lin1 10.0.0.11 22 - worker linux
            lin1 10.0.0.11 2222 ops etcd+worker          | lin1 10.0.0.11 2222 ops etcd+worker linux
            lin1 10.0.0.11 etcd,worker                   | lin1 10.0.0.11 22 - etcd+worker linux
            lin1;10.0.0.11;ops;windows                   | lin1 10.0.0.11 22 ops worker windows
            10.0.0.11 lin1.example.org lin1              | lin1 10.0.0.11 22 - worker linux
            lin1,ops@10.0.0.11:2222                      | lin1 10.0.0.11 2222 ops worker linux
            lin1   # the first                           | lin1 lin1 22 - worker linux
            """)
        void says_in_each_line_what_it_is(String line, String host) {
            var proposal = Importers.list(line, "");

            assertThat(proposal.problems()).isEmpty();
            assertThat(proposal.hosts())
                    .singleElement()
                    .extracting(ImportersTest::words)
                    .isEqualTo(host);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            node[01-03]              | node01 node02 node03
            node[9-11]               | node9 node10 node11
            node[1,3,5-6].example    | node1 node3 node5 node6
            r[1-2]n[1-2]             | r1n1 r1n2 r2n1 r2n2
            node{1..3}               | node1 node2 node3
            a, b  ,c                 | a b c
            a b,c                    | a b c
            10.0.0.[11-12]           | host-10-0-0-11 host-10-0-0-12
            ops@node[1-2]:2222, db   | node1 node2 db
            """)
        void may_hold_several_hosts_and_ranges(String line, String names) {
            var proposal = Importers.list(line, "");

            assertThat(proposal.hosts().stream()
                            .map(host -> host.name().value())
                            .collect(Collectors.joining(" ")))
                    .isEqualTo(names);
        }

        @Test
        void with_a_header_has_columns_in_any_order() {
            var proposal = Importers.list("""
                Port;Name;IP;Roles;Colour
                2222;lin1;10.0.0.11;etcd, worker;red
                ;"lin2";10.0.0.12;;
                """, "hosts.csv");

            assertThat(proposal.hosts())
                    .extracting(ImportersTest::words)
                    .containsExactly("lin1 10.0.0.11 2222 - etcd+worker linux", "lin2 10.0.0.12 22 - worker linux");
            assertThat(proposal.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.what().key()).isEqualTo(ImportWords.COLUMN_ODD);
                assertThat(problem.place().file()).isEqualTo("hosts.csv");
                assertThat(problem.place().line()).isEqualTo(1);
            });
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            # second line          | what is said of it
            lin1;$(reboot)         | HOST_ODD
            https://lin1/          | HOST_ODD
            lin_1                  | HOST_ODD
            10.0.0.256             | HOST_ODD
            lin1:0                 | PORT_ODD
            lin1:65536             | PORT_ODD
            node[3-1]              | RANGE_ODD
            node[1-x]              | RANGE_ODD
            node[1-99999]          | RANGE_ODD
            first                  | HOST_TWICE
            lin1,10.0.0.11,wrker@  | OK
            ssh -p 2222            | ADDRESS_MISSING
            """)
        void that_is_wrong_in_one_line_is_read_in_the_others(String line, String what) {
            var proposal = Importers.list("first\n" + line + "\nlast", "");

            assertThat(proposal.hosts()).extracting(host -> host.name().value()).contains("first", "last");
            if (!what.equals("OK")) {
                assertThat(proposal.problems()).isNotEmpty().allSatisfy(problem -> {
                    assertThat(problem.what().key()).isEqualTo(ImportWords.valueOf(what));
                    assertThat(problem.place().line()).isEqualTo(2);
                });
            }
        }

        @Test
        void without_a_host_says_so() {
            assertThat(Importers.list("# nothing\n\n", "").problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.what().key()).isEqualTo(ImportWords.NOTHING_FOUND));
        }

        /// Five hundred lists of odd pieces: whatever they are, each host that comes out can be in a setup.
        @ParameterizedTest(name = "seed {0}")
        @MethodSource("dev.muster.setup.inventory.ImportersTest#seeds")
        void of_anything_gives_hosts_that_fit_or_problems(int seed) {
            var random = new Random(seed);
            var text = IntStream.range(0, 30)
                    .mapToObj(_ -> ODD.get(random.nextInt(ODD.size())))
                    .collect(Collectors.joining());

            var proposal = Importers.pasted(text, Path.of("/home/ada"));

            assertThat(proposal.hosts()).as("seed %d: %s", seed, text).allSatisfy(host -> {
                assertThat(dev.muster.setup.shape.AddressShape.trouble(host.address()))
                        .isEmpty();
                assertThat(host.port()).isBetween(1, 65_535);
                assertThat(host.roles()).isNotEmpty();
            });
            assertThat(proposal.hosts()).extracting(ProposedHost::name).doesNotHaveDuplicates();
        }
    }

    private static final List<String> ODD = List.of(
            "a",
            "lin1",
            "10.0.0.1",
            ",",
            ";",
            "\t",
            " ",
            "\n",
            "[",
            "]",
            "1-3",
            "{1..2}",
            "@",
            ":",
            "22",
            "\"",
            "'",
            "ssh ",
            "-p ",
            "Host ",
            "HostName ",
            "*",
            "!",
            "%h",
            "#",
            "name",
            "port",
            "etcd",
            "\u202E",
            "\uFEFF",
            "::1",
            "=",
            "Match ");

    static IntStream seeds() {
        return IntStream.range(0, 500);
    }

    @Nested
    final class AnSshConfiguration {

        @TempDir
        Path home;

        private static final String CONFIG = """
            User everybody
            Host lin1 lin2 !lin3
                HostName %h.example.org
                Port 2222
            Host lin1
                User ada
                User late
                IdentityFile "~/.ssh/ops key"
            Host lin*
                IdentityFile ~/.ssh/id_lin
            Host jumped
                HostName=10.0.0.13
                ProxyCommand nc -x proxy %h %p
            Match exec "test -f x"
                User never
            Match host lin2
                User second
            Host *
                Port 22
            """;

        @Test
        void is_read_as_ssh_reads_it() throws IOException {
            var proposal = Importers.sshConfig(file("config", CONFIG), home);

            assertThat(proposal.hosts())
                    .extracting(host -> words(host) + " " + host.key())
                    .containsExactly(
                            "lin1 lin1.example.org 2222 everybody worker linux ~/.ssh/ops key",
                            "lin2 lin2.example.org 2222 everybody worker linux ~/.ssh/id_lin",
                            "jumped 10.0.0.13 22 everybody worker linux ");
            assertThat(proposal.problems())
                    .extracting(problem ->
                            problem.what().key() + " " + problem.place().line())
                    .containsExactly("MATCH_NOT_TAKEN 14", "JUMP_NOT_TAKEN 13");
        }

        @Test
        void ways_over_other_hosts_become_bastions() throws IOException {
            var proposal = Importers.sshConfig(file("config", """
                Host gate
                    HostName gate.example.org
                    User gatekeeper
                    IdentityFile ~/.ssh/id_gate
                Host inner
                    HostName 10.0.0.1
                    Port 2222
                    ProxyJump gate
                Host deep
                    HostName 10.1.0.5
                    User ada
                    ProxyJump inner
                Host listed
                    ProxyJump ada@gate:2200,other.example.org
                Host old
                    ProxyCommand ssh -q -W %h:%p inner
                Host direct
                    ProxyJump none
                Host round
                    ProxyJump round
                """), home);

            assertThat(proposal.hosts())
                    .extracting(host -> host.name() + " " + host.via())
                    .containsExactly(
                            "gate ",
                            "inner gate",
                            "deep inner",
                            "listed other.example.org",
                            "old inner",
                            "direct ",
                            "round ");
            assertThat(proposal.problems())
                    .extracting(problem -> problem.what().key().toString())
                    .containsExactly("JUMP_NOT_TAKEN");
            assertThat(Importers.yaml(proposal).lines())
                    .contains(
                            "  gatekeeper: {user: gatekeeper, key: ~/.ssh/id_gate}",
                            "  ada: {user: ada, key: ~/.ssh/id_gate}",
                            "  ada-2: {user: ada, agent: true}",
                            "  gate: {address: gate.example.org, login: gatekeeper}",
                            "  gate-2: {address: gate.example.org, port: 2200, login: ada}",
                            "  - {name: deep, address: 10.1.0.5, roles: [worker], login: ada-2, via: inner}");
            assertThat(Importers.yaml(proposal))
                    .contains("other.example.org: {address: other.example.org, login: ")
                    .contains(", via: gate-2}")
                    .contains("inner: {address: 10.0.0.1, port: 2222, login: ");
        }

        @Test
        void takes_what_it_includes_in_its_place() throws IOException {
            file("config.d/10-lin", "Host lin1\n  User included\n");
            file("config.d/20-lin", "Host lin2\n");
            var proposal = Importers.sshConfig(
                    file("config", "Include config.d/*\nInclude nowhere/*\nInclude gone\nHost *\n  User last\n"), home);

            assertThat(proposal.hosts())
                    .extracting(ImportersTest::words)
                    .containsExactly("lin1 lin1 22 included worker linux", "lin2 lin2 22 last worker linux");
            assertThat(proposal.problems())
                    .extracting(problem -> problem.what().key())
                    .containsExactly(ImportWords.INCLUDE_NOT_TAKEN);
        }

        @Test
        void that_includes_itself_comes_to_an_end() throws IOException {
            var proposal = Importers.sshConfig(file("config", "Include config\nHost lin1\n"), home);

            assertThat(proposal.hosts()).hasSize(1);
            assertThat(proposal.problems())
                    .extracting(problem -> problem.what().key())
                    .containsExactly(ImportWords.INCLUDE_NOT_TAKEN);
        }

        @Test
        void with_odd_values_names_them() throws IOException {
            var proposal = Importers.sshConfig(
                    file("config", "Host a\n  Port http\nHost b\n  HostName %C.x\nHost c;d\n"), home);

            assertThat(proposal.hosts()).isEmpty();
            assertThat(proposal.problems())
                    .extracting(problem -> problem.what().key())
                    .containsExactly(ImportWords.VALUE_ODD, ImportWords.TOKEN_NOT_TAKEN, ImportWords.HOST_ODD);
        }

        @Test
        void that_is_not_there_is_said() {
            assertThat(Importers.sshConfig(home.resolve("no"), home).problems())
                    .extracting(problem -> problem.what().key())
                    .contains(ImportWords.FILE_UNREADABLE);
        }

        @Test
        void is_recognised_when_it_is_pasted() {
            assertThat(Importers.pasted("Host lin1\n  HostName 10.0.0.11\n", home)
                            .hosts())
                    .singleElement()
                    .extracting(ImportersTest::words)
                    .isEqualTo("lin1 10.0.0.11 22 - worker linux");
        }

        private Path file(String name, String content) throws IOException {
            var file = home.resolve(".ssh").resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        }
    }

    @Test
    void a_proposal_as_yaml_is_part_of_a_setup_file() {
        var proposal = Importers.list("ops@lin[1-2]\nroot@10.0.0.3:2222\nplain", "");

        assertThat(Importers.yaml(proposal)).isEqualTo("""
            logins:
              ops: {user: ops, password: {prompt: true}}
              root: {user: root, password: {prompt: true}}
            hosts:
              - {name: lin1, address: lin1, roles: [worker], login: ops}
              - {name: lin2, address: lin2, roles: [worker], login: ops}
              - {name: host-10-0-0-3, address: 10.0.0.3, port: 2222, roles: [worker], login: root}
              - {name: plain, address: plain, roles: [worker]}
            """);
    }

    private static String words(ProposedHost host) {
        var roles = host.roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("+"));
        return "%s %s %d %s %s %s"
                .formatted(
                        host.name(),
                        host.address(),
                        host.port(),
                        host.user().isEmpty() ? "-" : host.user(),
                        roles,
                        host.os() == Os.LINUX ? "linux" : "windows");
    }
}

package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// `support`, `matrix` and `version`, and the newer catalogue that an admin brings.
class CatalogueCommandsTest {

    @TempDir
    Path home;

    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(home);
    }

    @ParameterizedTest(name = "{0}: {1}, Windows {2} on {3}, {4}")
    @CsvSource(textBlock = """
        # line, default,            Windows, builds,        networks,         docker,  join
        v2.1.6, v1.11.6-rancher1-1, true,    17134,         flannel-host-gw,  17.03,   docker-run
        v2.1,   v1.13.10-rancher1-1, false,  '',            '',               19.03,   docker-run
        v2.2,   null,               null,    null,          null,             null,    null
        v2.3,   null,               null,    null,          null,             null,    null
        v2.4,   null,               null,    null,          null,             null,    null
        v2.5,   null,               null,    null,          null,             null,    null
        v2.6,   v1.24,              true,    17763 20348,   calico,           '',      system-agent
        v2.7,   v1.27,              true,    17763 20348,   calico,           '',      system-agent
        v2.8,   v1.28,              true,    17763 20348,   calico,           '',      system-agent
        v2.9,   v1.30,              true,    17763 20348,   calico,           '',      system-agent
        v2.10,  v1.31,              true,    17763 20348,   calico,           '',      system-agent
        v2.11,  v1.32,              true,    17763 20348,   calico,           '',      system-agent
        v2.12,  v1.33,              true,    17763 20348,   calico,           '',      system-agent
        v2.13,  v1.34,              true,    17763 20348,   calico flannel,   '',      system-agent
        v2.14,  v1.35,              true,    17763 20348,   calico flannel,   '',      system-agent
        v2.15,  v1.36,              true,    17763 20348,   calico flannel,   '',      system-agent
        """)
    void what_a_line_supports_and_null_where_nobody_says(
            String version,
            String byDefault,
            String windows,
            String builds,
            String networks,
            String docker,
            String join) {
        assertThat(terminal.run("support", "--rancher", version, "--json")).isZero();
        var said = terminal.json();

        assertThat(shown(said.get("defaultKubernetes"))).isEqualTo(byDefault);
        assertThat(shown(said.get("windows").get("supported"))).isEqualTo(windows);
        assertThat(shown(said.get("windows").get("builds"))).isEqualTo(builds);
        assertThat(shown(said.get("windows").get("networks"))).isEqualTo(networks);
        assertThat(shown(said.get("join"))).isEqualTo(join);
        assertThat(shown(said.get("docker"))).endsWith(docker);
        // the tested systems of today's lines are on a page that isn't among the sources
        assertThat(said.get("os").isNull()).isEqualTo(!version.equals("v2.1") && !version.equals("v2.1.6"));
        assertThat(terminal.run("support", "--rancher", version)).isZero();
        assertThat(terminal.out()).contains("Rancher " + version);
    }

    private static String shown(JsonNode node) {
        if (node.isNull()) {
            return "null";
        }
        if (!node.isArray()) {
            return node.asString();
        }
        var words = new StringBuilder();
        node.forEach(one -> words.append(words.isEmpty() ? "" : " ").append(one.asString()));
        return words.toString();
    }

    @Test
    void every_line_is_listed() {
        assertThat(terminal.run("support", "--json")).isZero();
        assertThat(terminal.json().size()).isEqualTo(15);
        assertThat(terminal.run("support")).isZero();
        assertThat(terminal.out()).contains("Rancher v2.1.14", "Rancher v2.4", "Rancher v2.15.0");
    }

    @Test
    void the_images_of_a_rancher_are_pinned_into_the_matrix() {
        assertThat(terminal.run("matrix", "--host", "2019", "--image", "1803", "--rancher", "v2.1.6", "--json"))
                .isZero();
        assertThat(shown(terminal.json().get(0).get("images")))
                .contains("rancher/rancher-agent:v2.1.6-nanoserver-1803");
        assertThat(terminal.run("matrix", "--host", "2019", "--image", "1803", "--rancher", "v2.1.6"))
                .isZero();
        assertThat(terminal.out()).contains("rancher/kubelet-pause", "process isolation on 1803");
        assertThat(terminal.run("matrix", "--rancher", "v2.3")).isZero();
        assertThat(terminal.out()).contains("unknown");
        assertThat(terminal.run("matrix", "--rancher", "v2.1.10")).isZero();
        assertThat(terminal.out()).contains("takes no Windows workers");
    }

    @Test
    void an_image_is_told_by_what_docker_inspect_prints() {
        assertThat(terminal.run(
                        "matrix", "--host", "2022", "--image", "[{\"OsVersion\":\"10.0.17763.437\"}]", "--json"))
                .isZero();
        assertThat(terminal.json().get(0).get("image").get("build").asInt()).isEqualTo(17763);
    }

    @Test
    void the_matrix_is_written_as_page_rows_and_picture(@TempDir Path folder) throws IOException {
        for (var format : java.util.List.of("html", "csv", "png")) {
            assertThat(terminal.run("matrix", "--format", format, "--out", folder.toString(), "--rancher", "v2.1.6"))
                    .isZero();
            assertThat(folder.resolve("matrix." + format)).isNotEmptyFile();
        }
        assertThat(terminal.run("matrix", "--host", "2019", "--image", "1803", "--format", "csv"))
                .isZero();
        assertThat(terminal.out().lines()).hasSize(2);
        assertThat(terminal.run("matrix", "--format", "png")).isEqualTo(2);
        assertThat(terminal.err()).contains("--out DIR");
    }

    @Test
    void the_images_of_a_setup_are_pinned_into_the_matrix(@TempDir Path folder) throws IOException {
        var setup = folder.resolve("factory.muster.yaml");
        Files.writeString(setup, """
            muster: 1
            name: factory
            goal: join
            rancher: {version: v2.1.6, server: "https://rancher.example.org", registration: {env: R}}
            cluster: {name: factory}
            images:
              - {name: "registry.example.org/app:1809"}
              - {name: web, build: 20348}
              - {name: dark}
            hosts:
              - {name: lin1, address: 10.0.0.1, roles: [etcd, controlplane, worker]}
            """);

        assertThat(terminal.run("matrix", "--setup", setup.toString()))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out())
                .contains("registry.example.org/app:1809 is of build 17763", "web is of build 20348")
                .contains("dark: its name tells no build", "What Rancher v2.1.6 runs");
        assertThat(terminal.run("matrix", "--host", "2022", "--image", "2019", "--setup", setup.toString(), "--json"))
                .isZero();
        assertThat(shown(terminal.json().get(0).get("ownImages"))).isEqualTo("registry.example.org/app:1809");
    }

    @Test
    void a_newer_catalogue_is_used_and_an_older_one_is_told_of() throws IOException {
        var folder = Files.createDirectories(home.resolve("catalogue"));
        var limits = shipped("limits.yaml");
        Files.writeString(folder.resolve("limits.yaml"), limits.replace("date: 2026-11-23", "date: 2099-01-31"));
        Files.writeString(
                folder.resolve("sizes.yaml"), shipped("sizes.yaml").replace("date: 2026-11-23", "date: 2018-12-24"));

        assertThat(terminal.run("version", "--json")).isZero();
        assertThat(terminal.json().get("catalogue").asString()).isEqualTo("2099-01-31");
        assertThat(terminal.err()).contains("sizes.yaml", "2018-12-24").doesNotContain("limits.yaml");
    }

    @Test
    void a_catalogue_that_is_wrong_is_refused_with_its_line() throws IOException {
        var folder = Files.createDirectories(home.resolve("catalogue"));
        var limits = shipped("limits.yaml")
                .replace("date: 2026-11-23", "date: 2099-01-31")
                .replace("value: 5, unit: seconds", "value: -5, unit: seconds");
        Files.writeString(folder.resolve("limits.yaml"), limits);

        assertThat(terminal.run("support", "--json")).isEqualTo(2);
        var problem = terminal.json().get("problems").get(0);
        assertThat(problem.get("file").asString()).endsWith("limits.yaml");
        assertThat(problem.get("line").asInt()).isEqualTo(4);
        assertThat(problem.get("field").asString()).isEqualTo("clockHard.value");
    }

    @Test
    void a_newer_file_is_taken_and_used_from_then_on(@TempDir Path elsewhere) throws IOException {
        var brought = elsewhere.resolve("limits.yaml");
        Files.writeString(brought, shipped("limits.yaml").replace("date: 2026-11-23", "date: 2099-01-31"));

        assertThat(terminal.run("catalogue", "--import", brought.toString(), "--json"))
                .isZero();
        assertThat(shown(terminal.json().get("taken"))).isEqualTo("limits.yaml");
        assertThat(terminal.json().get("date").asString()).isEqualTo("2099-01-31");
        assertThat(home.resolve("catalogue/limits.yaml")).hasSameTextualContentAs(brought);
        assertThat(terminal.run("catalogue")).isZero();
        assertThat(terminal.out()).contains("limits.yaml", "2099-01-31", "sizes.yaml", "inside Muster");
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(textBlock = """
        # file,      what stands there,           what stands there instead,   field,           line
        limits.yaml, date: 2026-11-23,            date: 2026-11-23,            date,            0
        limits.yaml, date: 2026-11-23,            date: 2018-12-24,            date,            0
        limits.yaml, 'date: 2026-11-23',          'day: 2099-01-31',           date,            2
        rancer.yaml, date: 2026-11-23,            date: 2099-01-31,            '',              0
        """)
    void a_file_that_cannot_be_used_is_not_taken(
            String file, String there, String instead, String field, int line, @TempDir Path elsewhere)
            throws IOException {
        var brought = elsewhere.resolve(file);
        Files.writeString(brought, shipped("limits.yaml").replace(there, instead));

        assertThat(terminal.run("catalogue", "--import", brought.toString(), "--json"))
                .isEqualTo(2);
        var problem = terminal.json().get("problems").get(0);
        assertThat(problem.get("file").asString()).endsWith(file);
        assertThat(problem.get("field").asString()).isEqualTo(field);
        assertThat(problem.get("line").asInt()).isEqualTo(line);
        assertThat(home.resolve("catalogue")).doesNotExist();
    }

    @Test
    void one_wrong_file_of_a_folder_keeps_all_out(@TempDir Path elsewhere) throws IOException {
        Files.writeString(
                elsewhere.resolve("sizes.yaml"), shipped("sizes.yaml").replace("date: 2026-11-23", "date: 2099-01-31"));
        Files.writeString(
                elsewhere.resolve("limits.yaml"),
                shipped("limits.yaml")
                        .replace("date: 2026-11-23", "date: 2099-01-31")
                        .replace("value: 5, unit: seconds", "value: -5, unit: seconds"));

        assertThat(terminal.run("catalogue", "--import", elsewhere.toString())).isEqualTo(2);
        assertThat(terminal.err()).contains("limits.yaml:4");
        assertThat(home.resolve("catalogue")).doesNotExist();
    }

    private static String shipped(String name) throws IOException {
        try (InputStream stream = CatalogueCommandsTest.class.getResourceAsStream("/catalog/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

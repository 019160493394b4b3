package dev.muster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `bin/muster` among Javas that are no Javas: each says which one it is, its process and its arguments.
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    private static final String WHO_I_AM = """
        #!/bin/sh
        printf '%s\\n' "NAME" "$$"
        for each do printf '%s\\n' "$each"; done
        """;

    @TempDir
    Path root;

    private Path muster;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void a_folder_with_a_blank_in_its_name_and_no_java_anywhere() throws IOException {
        muster = Files.createDirectories(root.resolve("my muster/bin")).resolve("muster");
        Files.copy(Path.of("src/main/launcher/muster"), muster);
        Files.writeString(
                Files.createDirectories(muster.resolveSibling("../lib").normalize())
                        .resolve("muster.jar"),
                "");
        environment.put("HOME", Files.createDirectories(root.resolve("home")).toString());
        environment.put(
                "MUSTER_JVMS", Files.createDirectories(root.resolve("jvm")).toString());
        var tools = Files.createDirectories(root.resolve("tools"));
        for (var tool : List.of("sh", "readlink")) {
            Files.createSymbolicLink(tools.resolve(tool), toolOfThisMachine(tool));
        }
        environment.put("PATH", tools.toString());
    }

    @Test
    void without_a_java_it_ends_with_2_and_one_sentence_that_says_what_would_do() throws Exception {
        java("jvm/old", "24.0.2");

        var ended = start("version");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().strip())
                .contains("Java 25", "JAVA_HOME", "PATH", "~/.jdks", "install")
                .doesNotContain("\n");
    }

    @Test
    void the_sentence_is_Chinese_for_who_reads_Chinese() throws Exception {
        environment.put("LC_ALL", "zh_CN.UTF-8");

        assertThat(start("version").err()).contains("需要 Java 25");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        # version,  taken
        1.8.0_402,  false
        17.0.15,    false
        24.0.2,     false
        25,         true
        25.0.3,     true
        26-ea,      true
        """)
    void a_java_of_25_or_later_is_taken(String version, boolean taken) throws Exception {
        java("jvm/some", version);

        assertThat(start("version").exit()).isEqualTo(taken ? 0 : 2);
    }

    @Test
    void java_home_comes_first_then_the_path_the_systems_folder_and_the_homes() throws Exception {
        var home = java("home of java", "25.0.1");
        var path = java("elsewhere", "25.0.2");
        var jvm = java("jvm/b", "25.0.3");
        var jdks = java("home/.jdks/c", "26");
        environment.put("JAVA_HOME", home.toString());
        environment.merge("PATH", path.resolve("bin").toString(), (tools, bin) -> tools + ":" + bin);

        assertThat(start("version").java()).isEqualTo("home of java");
        forget(home);
        assertThat(start("version").java()).isEqualTo("elsewhere");
        forget(path);
        assertThat(start("version").java()).isEqualTo("jvm/b");
        forget(jvm);
        assertThat(start("version").java()).isEqualTo("home/.jdks/c");
        forget(jdks);
        assertThat(start("version").exit()).isEqualTo(2);
    }

    @Test
    void an_old_java_home_does_not_hide_a_newer_java() throws Exception {
        environment.put("JAVA_HOME", java("old", "17.0.15").toString());
        java("jvm/new", "25.0.3");

        assertThat(start("version").java()).isEqualTo("jvm/new");
    }

    @Test
    void it_becomes_java_so_that_a_signal_meets_java() throws Exception {
        java("jvm/some", "25");

        var ended = start("version");

        assertThat(ended.lines().get(1)).isEqualTo(String.valueOf(ended.process()));
    }

    @Test
    void arguments_arrive_as_they_were_given() throws Exception {
        java("jvm/some", "25");

        assertThat(start("check", "a file.yaml", "$(touch x)", "", "*").lines())
                .endsWith("dev.muster.Main", "check", "a file.yaml", "$(touch x)", "", "*");
    }

    @Test
    void it_finds_its_libraries_through_a_link() throws Exception {
        java("jvm/some", "25");
        var lib = muster.getParent().resolveSibling("lib").toRealPath();
        var link = Files.createSymbolicLink(root.resolve("m"), muster);
        muster = link;

        assertThat(start("version").lines()).contains(lib.resolve("muster.jar").toString());
    }

    @Test
    void the_start_up_cache_is_used_when_it_is_there() throws Exception {
        java("jvm/some", "25");
        assertThat(start("version").lines()).noneMatch(line -> line.startsWith("-XX:AOTCache="));

        var cache = Files.writeString(muster.getParent().resolveSibling("lib").resolve("muster.aot"), "");

        assertThat(start("version").lines()).contains("-XX:AOTCache=" + cache.toRealPath());
    }

    private Path java(String folder, String version) throws IOException {
        var home = Files.createDirectories(root.resolve(folder));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"us\"\nJAVA_VERSION=\"" + version + "\"\n");
        var java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, WHO_I_AM.replace("NAME", folder));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home;
    }

    private static void forget(Path home) throws IOException {
        Files.delete(home.resolve("bin/java"));
    }

    private static Path toolOfThisMachine(String name) {
        return List.of(Path.of("/bin", name), Path.of("/usr/bin", name)).stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private Ended start(String... arguments) throws IOException, InterruptedException {
        var out = root.resolve("out");
        var err = root.resolve("err");
        var builder = new ProcessBuilder(muster.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), process.pid(), text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private record Ended(int exit, long process, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }

        String java() {
            return lines().getFirst();
        }
    }
}

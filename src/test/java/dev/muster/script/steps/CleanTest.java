package dev.muster.script.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `clean.sh` removes of files and of Docker, from both sides: what must go, and what must stay. Real mounts,
/// interfaces and rules are the lab's.
class CleanTest {

    @TempDir
    private Path scratch;

    private Path tree;
    private Path foreign;

    @BeforeEach
    void a_folder_of_the_clusters_beside_somebody_elses() throws IOException {
        tree = Files.createDirectories(scratch.resolve("var/kubelet"));
        foreign = Files.createDirectories(scratch.resolve("srv"));
        Files.writeString(foreign.resolve("file"), "theirs");
        mounts("");
    }

    private void mounts(String lines) throws IOException {
        Files.createDirectories(scratch.resolve("proc/self"));
        Files.writeString(scratch.resolve("proc/self/mountinfo"), lines);
    }

    private Shell.Ended run(Shell shell, Script script) {
        return shell.run(
                script.with("PROC", scratch.resolve("proc").toString()),
                Map.of("SCRATCH", scratch.toString(), "PATH", scratch.resolve("bin") + ":" + System.getenv("PATH")));
    }

    private Shell.Ended paths(Shell shell, List<Path> keep, Path... paths) {
        return run(
                shell,
                Script.of("linux/clean.sh")
                        .with(
                                "PATHS",
                                List.of(paths).stream().map(Path::toString).toList())
                        .with("KEEP", keep.stream().map(Path::toString).toList()));
    }

    private static Path file(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        return Files.writeString(path, "x");
    }

    private static boolean there(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void a_tree_goes_whatever_its_names_are_and_twice_is_once(Shell shell) throws IOException {
        file(tree.resolve("a name/two\nlines"));
        file(tree.resolve("$(touch pwned)"));
        file(tree.resolve("-rf/x"));
        file(tree.resolve(".hidden/..odd"));

        var once = paths(shell, List.of(), tree);
        var twice = paths(shell, List.of(), tree);

        assertThat(once.exit()).as("%s", once).isZero();
        assertThat(once.lines()).contains("gone: " + tree);
        assertThat(there(tree)).isFalse();
        assertThat(twice.last()).startsWith("already so: ");
        assertThat(foreign.resolve("file")).hasContent("theirs");
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void links_go_and_what_they_lead_to_stays(Shell shell) throws IOException {
        Files.createSymbolicLink(tree.resolve("out"), foreign);
        var link = Files.createSymbolicLink(scratch.resolve("var/link"), foreign);

        var ended = paths(shell, List.of(), tree, link);

        assertThat(ended.lines()).contains("gone: " + link + ", a link; what it leads to stays: " + foreign);
        assertThat(there(tree)).isFalse();
        assertThat(there(link)).isFalse();
        assertThat(foreign.resolve("file")).hasContent("theirs");
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void what_is_to_stay_stays_deep_in_a_tree_and_all_around_it_goes(Shell shell) throws IOException {
        var kept = file(tree.resolve("k3s/storage/pvc 1/row"));
        var alike = file(tree.resolve("k3s/storage2/row"));
        file(tree.resolve("k3s/.agent/x"));
        file(tree.resolve("x"));

        var ended = paths(shell, List.of(tree.resolve("k3s/storage")), tree);

        assertThat(ended.exit()).isZero();
        assertThat(kept).hasContent("x");
        assertThat(there(alike)).isFalse();
        assertThat(tree.toFile().list()).containsExactly("k3s");
        assertThat(tree.resolve("k3s").toFile().list()).containsExactly("storage");
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void a_tree_in_which_something_is_mounted_stays_whole(Shell shell) throws IOException {
        var inside = file(tree.resolve("pods/a b/row"));
        mounts("1 0 0:1 / " + tree.toString().replace(" ", "\\040") + "/pods/a\\040b rw - tmpfs tmpfs rw\n");

        var ended = paths(shell, List.of(), tree);

        assertThat(ended.exit()).isZero();
        assertThat(ended.lines()).anyMatch(line -> line.startsWith("left: " + tree + ", because "));
        assertThat(inside).hasContent("x");
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void a_neighbour_with_a_mount_is_no_reason(Shell shell) throws IOException {
        file(tree.resolve("x"));
        mounts("1 0 0:1 / " + tree + "2/pods rw - tmpfs tmpfs rw\n");

        paths(shell, List.of(), tree);

        assertThat(there(tree)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void a_disk_of_its_own_is_emptied_and_stays_mounted(Shell shell) throws IOException {
        file(tree.resolve("member/snap/db"));
        mounts("1 0 0:1 / " + tree + " rw - ext4 /dev/sdb1 rw\n");

        var ended = paths(shell, List.of(), tree);

        assertThat(ended.exit()).isZero();
        assertThat(tree).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/etc", "/var/lib", "/usr/local/bin", "etc/kubernetes", "/etc/../srv", "/etc//ssh", "/home"
            })
    void a_folder_of_the_systems_is_refused_before_anything_goes(String path) throws IOException {
        var mine = file(tree.resolve("x"));

        var ended = run(Shell.DASH, Script.of("linux/clean.sh").with("PATHS", List.of(tree.toString(), path)));

        assertThat(ended.exit()).isEqualTo(10);
        assertThat(mine).exists();
    }

    private void docker(String body) throws IOException {
        var fake = file(scratch.resolve("bin/docker"));
        Files.writeString(fake, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void docker_is_given_ids_one_by_one_the_kubelet_first_and_no_force_on_images(Shell shell) throws IOException {
        docker("case \"$*\" in 'image inspect gone') echo 'Error: No such image: gone' >&2; exit 1 ;; esac\n"
                + "case \"$*\" in *inspect*) ;; *used) echo 'image is being used' >&2; exit 1 ;; esac\n"
                + "echo \"$*\" >>\"$SCRATCH/calls\"\n");

        var ended = run(
                shell,
                Script.of("linux/clean.sh")
                        .with("CONTAINERS", List.of("aaa nginx-proxy", "bbb kubelet"))
                        .with("VOLUMES", List.of("data"))
                        .with("IMAGES", List.of("gone", "used", "rancher/a:v1")));

        assertThat(ended.exit()).as("%s", ended).isZero();
        assertThat(ended.lines()).contains("was gone: image gone", "left: image used, because image is being used");
        assertThat(Files.readAllLines(scratch.resolve("calls")).stream().filter(call -> !call.contains("inspect")))
                .containsExactly("rm -f bbb", "rm -f aaa", "volume rm data", "rmi rancher/a:v1");
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void an_engine_that_does_not_answer_is_said_and_nothing_counts_as_gone(Shell shell) throws IOException {
        docker("echo 'Cannot connect to the Docker daemon' >&2; exit 1\n");

        var ended = run(shell, Script.of("linux/clean.sh").with("CONTAINERS", List.of("aaa kubelet")));

        assertThat(ended.lines())
                .contains(
                        "left: container kubelet, because Docker doesn't answer: Cannot connect to the Docker daemon");
        assertThat(ended.last()).isEqualTo("done: 0 gone, 0 were gone before, 1 left");
    }
}

package dev.muster.script.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A stand-in `modprobe` makes the folder that the kernel would make.
class KernelModulesTest {

    @TempDir
    private Path scratch;

    @BeforeEach
    void a_kernel_with_overlay_built_in_and_br_netfilter_to_be_loaded() throws IOException {
        Files.createDirectories(scratch.resolve("lib"));
        Files.writeString(scratch.resolve("lib/modules.builtin"), "kernel/fs/overlayfs/overlay.ko\n");
        Files.createDirectories(scratch.resolve("sys/module"));
        Files.createDirectories(scratch.resolve("proc"));
        var modprobe = Files.createDirectories(scratch.resolve("bin")).resolve("modprobe");
        Files.writeString(modprobe, """
            #!/bin/sh
            # STAND-IN for modprobe
            shift
            [ "$1" != nowhere ] || { echo "modprobe: FATAL: Module nowhere not found" >&2; exit 1; }
            echo "$1" >>"$SCRATCH/loaded"
            mkdir "$SCRATCH/sys/module/$(printf '%s' "$1" | tr - _)"
            """);
        Files.setPosixFilePermissions(modprobe, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Map<String, String> environment() {
        return Map.of("SCRATCH", scratch.toString());
    }

    private Script script(String file, String... modules) {
        return Script.of("linux/" + file)
                .with("MODULES", List.of(modules))
                .with("CONF", scratch.resolve("etc/muster.conf").toString())
                .with("SYS", scratch.resolve("sys").toString())
                .with("PROC", scratch.resolve("proc").toString())
                .with("MODPROBE", scratch.resolve("bin/modprobe").toString())
                .with("LIB", scratch.resolve("lib").toString());
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void loads_what_is_missing_and_keeps_it_and_twice_is_once(Shell shell) throws IOException {
        var script = script("kernel-modules.sh", "overlay", "br_netfilter");

        var once = shell.run(script, environment());
        var twice = shell.run(script, environment());

        assertThat(once.exit()).as("%s", once).isZero();
        assertThat(once.last()).startsWith("done: ");
        assertThat(twice.last()).startsWith("already so: ");
        assertThat(scratch.resolve("loaded")).hasContent("br_netfilter\n");
        assertThat(scratch.resolve("etc/muster.conf")).hasContent("br_netfilter\n");
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void a_module_that_is_there_without_any_kernel_files_is_a_part_of_the_kernel(Shell shell) throws IOException {
        Files.writeString(scratch.resolve("proc/filesystems"), "nodev\toverlay\n");

        var ended = shell.run(
                script("kernel-modules.sh", "overlay")
                        .with("LIB", scratch.resolve("none").toString()),
                environment());

        assertThat(ended.exit()).isZero();
        assertThat(ended.last()).startsWith("already so: overlay");
        assertThat(scratch.resolve("etc/muster.conf")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void one_that_cannot_be_loaded_fails_by_name_and_is_not_kept(Shell shell) {
        var ended = shell.run(script("kernel-modules.sh", "nowhere"), environment());

        assertThat(ended.exit()).isEqualTo(20);
        assertThat(ended.last()).contains("nowhere can't be loaded");
        assertThat(scratch.resolve("etc/muster.conf")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void a_name_that_is_no_name_changes_nothing(Shell shell) {
        assertThat(shell.run(script("kernel-modules.sh", "a;reboot"), environment())
                        .exit())
                .isEqualTo(10);
        assertThat(shell.run(script("kernel-modules.sh"), environment()).exit()).isEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void undo_takes_out_its_own_names_and_leaves_others(Shell shell) throws IOException {
        var conf = scratch.resolve("etc/muster.conf");
        shell.run(script("kernel-modules.sh", "br_netfilter", "ip_vs"), environment());

        var one = shell.run(script("kernel-modules-undo.sh", "br_netfilter"), environment());
        assertThat(one.exit()).isZero();
        assertThat(conf).hasContent("ip_vs\n");

        shell.run(script("kernel-modules-undo.sh", "ip_vs"), environment());
        assertThat(conf).doesNotExist();
        assertThat(shell.run(script("kernel-modules-undo.sh", "ip_vs"), environment())
                        .last())
                .startsWith("already so");
    }
}

package dev.muster.setup.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.base.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The key chain of a Linux desktop: GNOME's, on a bus of its own, in a process of its own.
final class SystemKeyChainTest {

    @TempDir
    private Path scratch;

    /// What the other process runs: prints an entry, or why there is none.
    static final class Asking {
        private Asking() {}

        public static void main(String... names) {
            for (var name : names) {
                try {
                    System.out.println(new SystemKeyChain().get(name).map(Secret::revealString));
                } catch (KeyChain.Unusable e) {
                    System.out.println("unusable: " + e.getMessage());
                }
            }
            System.exit(0);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private String run(Map<String, String> environment, String... call) throws IOException, InterruptedException {
        var begin = new ProcessBuilder(call).redirectErrorStream(true);
        begin.environment().putAll(environment);
        var process = begin.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private List<String> asking() {
        return List.of(
                java(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Asking.class.getName());
    }

    @Test
    void without_a_desktop_it_is_said_to_be_unusable() throws Exception {
        var call = new ArrayList<>(asking());
        call.add("ops");

        var said = run(
                Map.of(
                        "DBUS_SESSION_BUS_ADDRESS",
                        "",
                        "HOME",
                        scratch.toString(),
                        "XDG_RUNTIME_DIR",
                        scratch.toString()),
                call.toArray(String[]::new));

        assertThat(said).contains("unusable: ");
    }

    @Test
    void what_secret_tool_saved_is_found_and_what_nobody_saved_is_not() throws Exception {
        for (var needed : List.of("dbus-run-session", "gnome-keyring-daemon", "secret-tool")) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin", needed)), "there is no " + needed);
        }
        var script = "printf pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1\n"
                + "printf Quittenmus | " + KeyChain.saving("Linux", "ops") + "\n"
                + "exec \"$@\"\n";
        var call = new ArrayList<>(List.of("dbus-run-session", "--", "sh", "-c", script, "sh"));
        call.addAll(asking());
        call.addAll(List.of("ops", "nobody"));

        var said = run(
                Map.of("HOME", scratch.toString(), "XDG_RUNTIME_DIR", scratch.toString()), call.toArray(String[]::new));

        assertThat(said)
                .contains(Optional.of("Quittenmus").toString())
                .contains(Optional.empty().toString());
    }
}

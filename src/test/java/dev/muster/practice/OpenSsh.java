package dev.muster.practice;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.script.Script;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// OpenSSH's own client: it knows nothing of ours, so what it understands is the real protocol.
final class OpenSsh {

    private final Path folder;
    private final PracticeHosts hosts;

    OpenSsh(Path folder, PracticeHosts hosts) {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "ssh"))),
                "ssh (package openssh-client) isn't on this machine: the practice hosts aren't checked by a foreign"
                        + " client");
        this.folder = folder;
        this.hosts = hosts;
    }

    record Ended(int exit, String out, String err) {}

    Ended run(String host, String command, byte[] input) throws IOException, InterruptedException {
        return finish(start(host, command), input);
    }

    Process start(String host, String command) throws IOException {
        var key = hosts.keys().stream()
                .filter(it -> it.host().equals(host))
                .findFirst()
                .orElseThrow();
        var known = folder.resolve("known_hosts");
        Files.writeString(known, "[127.0.0.1]:" + key.port() + " " + key.type() + " " + key.base64() + "\n");
        var answers = folder.resolve("answer");
        Files.writeString(answers, "#!/bin/sh\nprintf '%s\\n' \"$PRACTICE_PASSWORD\"\n");
        Files.setPosixFilePermissions(answers, PosixFilePermissions.fromString("rwx------"));
        var builder = new ProcessBuilder(
                "ssh",
                "-F",
                "none",
                "-p",
                Integer.toString(key.port()),
                "-o",
                "UserKnownHostsFile=" + known,
                "-o",
                "GlobalKnownHostsFile=/dev/null",
                "-o",
                "StrictHostKeyChecking=yes",
                "-o",
                "PubkeyAuthentication=no",
                "-o",
                "NumberOfPasswordPrompts=1",
                "ops@127.0.0.1",
                command);
        builder.environment().put("SSH_ASKPASS", answers.toString());
        builder.environment().put("SSH_ASKPASS_REQUIRE", "force");
        builder.environment().put("DISPLAY", ":none");
        builder.environment().putAll(hosts.environment());
        builder.redirectError(folder.resolve("err").toFile());
        return builder.start();
    }

    Ended finish(Process process, byte[] input) throws IOException, InterruptedException {
        try (OutputStream to = process.getOutputStream()) {
            to.write(input);
        } catch (IOException e) {
            // it didn't want to hear it all
        }
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("ssh hasn't ended in 30 s");
        }
        return new Ended(process.exitValue(), out, Files.readString(folder.resolve("err")));
    }

    static byte[] frame(Script script, String input, String self) {
        return Script.of("linux/frame.sh")
                .with("MUSTER_MARK", "mark-0123")
                .with("MUSTER_SCRIPT", script.text())
                .with("MUSTER_INPUT", input)
                .with("MUSTER_SELF", self)
                .text()
                .getBytes(StandardCharsets.UTF_8);
    }
}

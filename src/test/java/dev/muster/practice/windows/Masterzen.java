package dev.muster.practice.windows;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Debian's Go package golang-github-masterzen-winrm-dev (of 2020-06-15): it knows nothing of ours.
final class Masterzen {

    private static final Path SOURCES = Path.of("/usr/share/gocode/src/github.com/masterzen/winrm");

    private final Path folder;
    private final Path client;

    /// Compiles it, which takes some seconds.
    Masterzen(Path folder) throws IOException, InterruptedException {
        assumeTrue(
                Files.isDirectory(SOURCES) && Files.isExecutable(Path.of("/usr/bin/go")),
                "masterzen/winrm (packages golang-go, golang-github-masterzen-winrm-dev) isn't on this machine: the"
                        + " practice hosts' WinRM isn't checked by it");
        this.folder = folder;
        this.client = folder.resolve("client");
        try (var source = Masterzen.class.getResourceAsStream("/foreign/masterzen.go.txt")) {
            Files.write(folder.resolve("main.go"), source.readAllBytes());
        }
        var lines = run(List.of("/usr/bin/go", "build", "-o", client.toString(), "main.go"), 240);
        if (!Files.isExecutable(client)) {
            throw new IllegalStateException("masterzen/winrm isn't compiled: " + lines);
        }
    }

    List<String> run(WsmanServer server, String scheme, String password, String command, String input)
            throws IOException, InterruptedException {
        return run(
                List.of(
                        client.toString(),
                        scheme,
                        Integer.toString(server.port()),
                        server.url().replaceFirst(":.*", ""),
                        password,
                        command,
                        input),
                60);
    }

    private List<String> run(List<String> words, int seconds) throws IOException, InterruptedException {
        var said = folder.resolve("said");
        var builder = new ProcessBuilder(new ArrayList<>(words))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("GO111MODULE", "off");
        builder.environment().put("GOPATH", "/usr/share/gocode");
        builder.environment().put("GOCACHE", folder.resolve("cache").toString());
        var process = builder.start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(words.getFirst() + " hasn't ended in " + seconds + " s");
        }
        return Files.readAllLines(said);
    }
}

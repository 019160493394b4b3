package dev.muster.practice.windows;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Debian's python3-winrm (pywinrm 0.3.0): it knows nothing of ours, so what it understands is the protocol, or what
/// its makers took for it.
final class Pywinrm {

    /// OpenSSL 3 hides MD4, which NTLM needs.
    private static final String LEGACY = """
        openssl_conf = init
        [init]
        providers = prov
        [prov]
        default = act
        legacy = act
        [act]
        activate = 1
        """;

    private static final String BEGIN = """
        import base64, sys, winrm
        from winrm.protocol import Protocol
        def protocol(**more):
            return Protocol(endpoint=sys.argv[1], transport=sys.argv[2], username='Administrator', password=sys.argv[3],
                            server_cert_validation='ignore', message_encryption=sys.argv[4], **more)
        """;

    /// Goes through a shell's life; says what came of it. It needs `p`, a protocol.
    static final String RUN = """
        s = p.open_shell()
        c = p.run_command(s, 'echo hello & echo oops 1>&2 & exit', ['7'])
        out, err, code = p.get_command_output(s, c)
        p.cleanup_command(s, c)
        p.close_shell(s)
        print([out, err, code])
        """;

    /// What [#RUN] says when all is well.
    static final String RAN = "[b'hello \\r\\n', b'oops\\r\\n', 7]";

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    Pywinrm(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Files.writeString(folder.resolve("legacy.cnf"), LEGACY);
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/python3"))
                        && python(List.of(), "import winrm, hashlib; hashlib.new('md4')")
                                        .exit()
                                == 0,
                "pywinrm (package python3-winrm) isn't on this machine: the practice hosts' WinRM isn't checked by it");
    }

    record Ended(int exit, List<String> lines, String err) {}

    Ended run(WsmanServer server, String transport, String password, String encryption, String program)
            throws IOException, InterruptedException {
        return run(server.url(), transport, password, encryption, program);
    }

    Ended run(String url, String transport, String password, String encryption, String program, String... more)
            throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(url, transport, password, encryption));
        arguments.addAll(List.of(more));
        return python(arguments, BEGIN + program);
    }

    /// What the programs find in their environment beside the rest.
    Pywinrm with(Map<String, String> more) {
        environment.putAll(more);
        return this;
    }

    boolean has(String module) throws IOException, InterruptedException {
        return python(List.of(), "import " + module).exit() == 0;
    }

    private Ended python(List<String> arguments, String program) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("program.py"), program);
        var command = new ArrayList<>(List.of("/usr/bin/python3", "-W", "ignore", file.toString()));
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
        builder.environment().put("OPENSSL_CONF", folder.resolve("legacy.cnf").toString());
        builder.environment().putAll(environment);
        // this library lets them win over being told not to compare certificates
        builder.environment().keySet().removeAll(List.of("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"));
        var process = builder.redirectOutput(folder.resolve("out").toFile()).start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("python hasn't ended in 60 s");
        }
        return new Ended(
                process.exitValue(),
                Files.readAllLines(folder.resolve("out")),
                Files.readString(folder.resolve("err")));
    }
}

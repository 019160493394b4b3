package dev.muster.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.base.Secret;
import dev.muster.setup.Host;
import dev.muster.setup.Limits;
import dev.muster.setup.Login;
import dev.muster.setup.Role;
import dev.muster.setup.SecretRef;
import dev.muster.setup.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;

/// A real SSH server on loopback. It runs what it is told by this machine's sh, in a scratch folder, where `id` says
/// root and `sudo` is a script of the test's; so no test needs root. It notes every credential that reaches it.
public final class TestServer implements AutoCloseable {

    public static final String PASSWORD = "Zitronenfalter-77";

    final SshServer server = SshServer.setUpDefaultServer();
    final Path scratch;
    final List<String> credentials = new CopyOnWriteArrayList<>();
    final List<String> commands = new CopyOnWriteArrayList<>();
    final AtomicInteger sessions = new AtomicInteger();
    private final Map<String, String> environment = new ConcurrentHashMap<>();

    public TestServer(Path scratch) throws IOException {
        this.scratch = scratch;
        var bin = Files.createDirectories(scratch.resolve("bin"));
        command("id", "[ \"$1\" = -un ] && echo root || echo 0");
        command("sudo", "[ \"$1\" = -n ] || exit 1; shift; exec \"$@\"");
        environment.put("PATH", bin + ":" + System.getenv("PATH"));
        environment.put("ROOT", scratch.resolve("muster").toString());
        environment.put("SYSTEMD", scratch.resolve("no-systemd").toString());
        environment.put("HOME", scratch.toString());
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(key("EC")));
        server.setPasswordAuthenticator((user, password, session) -> {
            credentials.add("password " + user + " " + password);
            return password.equals(PASSWORD);
        });
        server.setCommandFactory((channel, words) -> {
            commands.add(words);
            return new LocalCommand(words, environment);
        });
        server.addSessionListener(new SessionListener() {
            @Override
            public void sessionCreated(Session session) {
                sessions.incrementAndGet();
            }
        });
        CoreModuleProperties.TCP_NODELAY.set(server, true);
    }

    TestServer with(Consumer<SshServer> settings) {
        settings.accept(server);
        return this;
    }

    /// A bastion.
    public TestServer forwarding() {
        return with(it -> it.setForwardingFilter(AcceptAllForwardingFilter.INSTANCE));
    }

    /// Puts a command in front of the machine's own ones.
    TestServer command(String name, String script) throws IOException {
        var file = scratch.resolve("bin").resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return this;
    }

    TestServer environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Map<String, String> environment() {
        return environment;
    }

    public TestServer start() throws IOException {
        server.start();
        return this;
    }

    /// A login shell, in the way of sshd: its path, run with `-c` and the command.
    TestServer loginShell(Path shell) {
        environment.put("LOGIN_SHELL", shell.toString());
        return this;
    }

    public int port() {
        return server.getPort();
    }

    Host host(Login login) {
        return host(server, login);
    }

    static Host host(SshServer server, Login login) {
        return Host.linux(new HostName("lin1"), "127.0.0.1", Set.of(Role.WORKER), login)
                .withPort(server.getPort());
    }

    public static Login password() {
        return Login.withPassword("ops", "ops", new SecretRef.Env("PASSWORD"));
    }

    static Login sudoPassword() {
        return new Login("ops", "ops", new SecretRef.Env("PASSWORD"), null, null, new SecretRef.Env("SUDO"));
    }

    /// Gives these secrets by the names of their variables; a prompt gets the one called PROMPT.
    static SecretSource secrets(Map<String, String> values) {
        return (ref, field) -> Secret.of(
                switch (ref) {
                    case SecretRef.Env(var name) -> values.get(name);
                    case SecretRef.InFile(var path) -> values.get(path.toString());
                    case SecretRef.KeyChain(var name) -> values.get(name);
                    case SecretRef.Prompt() -> values.get("PROMPT");
                });
    }

    public static SecretSource secrets() {
        return secrets(Map.of("PASSWORD", PASSWORD, "SUDO", PASSWORD));
    }

    /// A reach that confirms nothing by itself.
    public static SshReach reach(Path home, SecretSource secrets) {
        return new SshReach(trust(home), secrets, new Limits(32, Duration.ofSeconds(5)), home, "");
    }

    static Trust trust(Path home) {
        return new Trust(home.resolve("trust"), List.of(home.resolve("known_hosts")));
    }

    static KeyPair key(String algorithm) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A server's key as its clients see it.
    static HostKey hostKey(KeyPair pair, Host host) {
        var blob = new Buffer.PlainBuffer().putPublicKey(pair.getPublic()).getCompactData();
        return HostKey.of(
                Target.of(host).way(),
                host.address(),
                host.port(),
                KeyType.fromKey(pair.getPublic()).toString(),
                blob);
    }

    /// Opens as an admin does who compares each fingerprint on the way and confirms it.
    public static Opened openTrusting(Path home, SshReach reach, Host host) throws InterruptedException {
        var opened = reach.open(host);
        while ((opened instanceof Opened.Barred(var _, var why) ? why : opened) instanceof Opened.KeyUnknown unknown) {
            trust(home).confirm(unknown.offered());
            opened = reach.open(host);
        }
        return opened;
    }

    static RemoteWords refused(Opened opened) {
        assertThat(opened).isInstanceOf(Opened.Refused.class);
        return (RemoteWords) ((Opened.Refused) opened).what().key();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}

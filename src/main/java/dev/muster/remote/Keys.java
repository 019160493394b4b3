package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.SIGN_IN;

import com.hierynomus.sshj.common.KeyDecryptionFailedException;
import dev.muster.base.Secret;
import dev.muster.base.Text;
import dev.muster.setup.Login;
import dev.muster.setup.SecretRef;
import dev.muster.setup.SecretSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.userauth.keyprovider.FileKeyProvider;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.keyprovider.KeyProviderUtil;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthPublickey;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;

/// The private keys of the workstation. Each file is read and its passphrase asked for once, however many hosts it
/// opens.
final class Keys {

    private static final List<String> DEFAULTS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    /// A server counts every key it is shown, and OpenSSH's hangs up at the sixth refusal (`MaxAuthTries`)
    private static final int MOST = 5;

    private final Path home;
    private final SecretSource secrets;
    private final Config formats;
    private final Agent agent;
    private final Map<Path, Opening> openings = new ConcurrentHashMap<>();

    Keys(Path home, SecretSource secrets, Config formats, Agent agent) {
        this.home = home;
        this.secrets = secrets;
        this.formats = formats;
        this.agent = agent;
    }

    /// A key that is ready to sign.
    ///
    /// @param name of its file, or the agent's comment, as a person knows it
    /// @param how  what is said when it has let us in
    /// @param method a fresh one for each sign-in
    record Ready(String name, Text how, Supplier<AuthMethod> method) {}

    /// A key file that was opened.
    private record Opened(String name, KeyProvider key) {}

    /// What the login has to show, in the order in which it is shown: its key file, its certificate before it,
    /// the agent's keys. When it names nothing at all: the agent's keys, if there is an agent, and the default
    /// files.
    List<Ready> of(Login login) throws Trouble.Found {
        if (login.isBare()) {
            return defaults();
        }
        var key = login.key();
        var held = login.agent() ? held(login) : List.<Agent.Held>of();
        var ready = new ArrayList<Ready>();
        if (key != null) {
            var mine = held.stream().filter(one -> isOf(one, key)).toList();
            if (!mine.isEmpty()) {
                // the agent has this very key: nobody need open the file
                return mine.stream().map(this::shown).toList();
            }
            var field = login.name().isEmpty() ? shown(key) : "logins." + login.name() + ".passphrase";
            var passphrase = login.passphrase() == null ? new SecretRef.Prompt() : login.passphrase();
            ready.addAll(file(open(key, passphrase, field), key, login));
        }
        held.stream().map(this::shown).forEach(ready::add);
        return bounded(ready);
    }

    private static List<Ready> bounded(List<Ready> ready) {
        return List.copyOf(ready.subList(0, Math.min(MOST, ready.size())));
    }

    /// Without an agent a login can still show what else it has.
    private List<Agent.Held> held(Login login) throws Trouble.Found {
        try {
            var held = agent.keys();
            if (held.isEmpty() && login.key() == null && login.password() == null) {
                throw new Trouble.Found(Trouble.of(SIGN_IN, RemoteWords.AGENT_EMPTY, login.user()));
            }
            return held;
        } catch (Trouble.Found e) {
            if (login.key() == null && login.password() == null) {
                throw e;
            }
            return List.of();
        }
    }

    private Ready shown(Agent.Held held) {
        var name = held.comment().isEmpty() ? held.blob().toString() : held.comment();
        return new Ready(
                name,
                Text.of(RemoteWords.BY_AGENT, name),
                () -> new AuthBlob(held.blob(), message -> agent.sign(held.blob(), message)));
    }

    private static boolean isOf(Agent.Held held, Path key) {
        return Stream.of(".pub", "-cert.pub")
                .anyMatch(end -> PublicHalf.of(beside(key, end))
                        .filter(held.blob()::equals)
                        .isPresent());
    }

    private static Path beside(Path key, String end) {
        return key.resolveSibling(key.getFileName() + end);
    }

    private List<Ready> file(Opened file, Path path, Login login) throws Trouble.Found {
        var ready = new ArrayList<Ready>();
        var named = login.certificate();
        var usual = beside(path, "-cert.pub");
        var certificate = named == null && Files.isReadable(usual) ? usual : named;
        if (certificate != null) {
            try {
                var read = UserCertificate.read(certificate, shown(certificate));
                var checked = read.checked(file.key().getPublic(), login.user(), Instant.now());
                var signer = checked.signer(file.key().getPrivate());
                ready.add(new Ready(
                        checked.name(),
                        Text.of(RemoteWords.BY_CERTIFICATE, checked.name()),
                        () -> new AuthBlob(checked.blob(), signer)));
            } catch (Trouble.Found e) {
                // one that lies beside the key by chance may be old; one that is named must do
                if (named != null) {
                    throw e;
                }
            } catch (IOException e) {
                throw new IllegalStateException("an opened key gave nothing", e);
            }
        }
        ready.add(plain(file));
        return ready;
    }

    private static Ready plain(Opened file) {
        return new Ready(file.name(), Text.of(RemoteWords.BY_KEY, file.name()), () -> new AuthPublickey(file.key()));
    }

    /// The agent's keys, if there is one; then default files that need no passphrase; when nothing else is there,
    /// the first that does.
    private List<Ready> defaults() throws Trouble.Found {
        var held = new ArrayList<Agent.Held>();
        try {
            held.addAll(agent.keys());
        } catch (Trouble.Found e) {
            held.clear();
        }
        var ready = new ArrayList<Ready>();
        held.stream().map(this::shown).forEach(ready::add);
        var found = DEFAULTS.stream()
                .map(name -> home.resolve(".ssh").resolve(name))
                .filter(Files::isReadable)
                .filter(path -> held.stream().noneMatch(one -> isOf(one, path)))
                .toList();
        for (var path : found) {
            if (!isEncrypted(path)) {
                ready.add(plain(open(path, new SecretRef.Prompt(), shown(path))));
            }
        }
        if (ready.isEmpty() && !found.isEmpty()) {
            ready.add(plain(open(found.getFirst(), new SecretRef.Prompt(), shown(found.getFirst()))));
        }
        return bounded(ready);
    }

    /// Lets a key that couldn't be opened be tried again.
    void forgetFailures() {
        openings.values().removeIf(Opening::hasFailed);
    }

    private Opened open(Path path, SecretRef passphrase, String field) throws Trouble.Found {
        return openings.computeIfAbsent(path, _ -> new Opening()).get(() -> read(path, passphrase, field));
    }

    private Opened read(Path path, SecretRef passphrase, String field) throws Trouble.Found {
        var shown = shown(path);
        var text = text(path);
        var asked = new Asked(() -> secrets.get(passphrase, field));
        try {
            var key = provider(text);
            key.init(text, null, asked);
            key.getPrivate();
            key.getPublic();
            return new Opened(shown, key);
        } catch (KeyDecryptionFailedException e) {
            throw new Trouble.Found(Trouble.of(SIGN_IN, RemoteWords.PASSPHRASE_WRONG, shown));
        } catch (IOException e) {
            throw asked.once
                    ? new Trouble.Found(Trouble.of(SIGN_IN, RemoteWords.PASSPHRASE_WRONG, shown))
                    : new Trouble.Found(Trouble.of(SIGN_IN, RemoteWords.KEY_FILE_UNKNOWN, shown, why(e)));
        }
    }

    private FileKeyProvider provider(String text) throws IOException {
        var format = KeyProviderUtil.detectKeyFileFormat(text, false);
        var provider = Factory.Named.Util.create(formats.getFileKeyProviderFactories(), format.toString());
        if (provider == null) {
            throw new IOException("unknown format");
        }
        return provider;
    }

    private String text(Path path) throws Trouble.Found {
        var shown = shown(path);
        if (!Files.exists(path)) {
            throw new Trouble.Found(Trouble.of(SIGN_IN, RemoteWords.KEY_FILE_MISSING, shown));
        }
        try {
            if (Files.isDirectory(path)) {
                throw new Trouble.Found(
                        Trouble.of(SIGN_IN, RemoteWords.KEY_FILE_UNKNOWN, shown, Text.of(RemoteWords.IS_FOLDER)));
            }
            var text = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
            if (text.isBlank()) {
                throw new Trouble.Found(
                        Trouble.of(SIGN_IN, RemoteWords.KEY_FILE_UNKNOWN, shown, Text.of(RemoteWords.IS_EMPTY)));
            }
            if (text.startsWith("ssh-") || text.startsWith("ecdsa-") || text.contains("BEGIN PUBLIC KEY")) {
                throw new Trouble.Found(Trouble.of(SIGN_IN, RemoteWords.KEY_FILE_PUBLIC, shown));
            }
            return text;
        } catch (IOException e) {
            throw new Trouble.Found(Trouble.of(SIGN_IN, RemoteWords.KEY_FILE_UNREADABLE, shown, why(e)));
        }
    }

    private boolean isEncrypted(Path path) {
        var asked = new Asked(() -> Secret.of(""));
        try {
            var text = Files.readString(path, StandardCharsets.ISO_8859_1);
            var key = provider(text);
            key.init(text, null, asked);
            key.getPrivate();
            return false;
        } catch (IOException | RuntimeException e) {
            return true;
        }
    }

    private String shown(Path path) {
        return path.startsWith(home) ? "~/" + home.relativize(path) : path.toString();
    }

    private static Object why(IOException e) {
        return e instanceof AccessDeniedException
                ? Text.of(RemoteWords.NOT_READABLE)
                : Said.clean(String.valueOf(e.getMessage()));
    }

    /// One file's opening, which many hosts may wait for.
    private static final class Opening {
        private Outcome outcome = new Outcome.None();

        private sealed interface Outcome {
            record None() implements Outcome {}

            record Open(Opened key) implements Outcome {}

            record Failed(Trouble why) implements Outcome {}
        }

        private interface Reading {
            Opened read() throws Trouble.Found;
        }

        synchronized Opened get(Reading reading) throws Trouble.Found {
            if (outcome instanceof Outcome.None) {
                try {
                    outcome = new Outcome.Open(reading.read());
                } catch (Trouble.Found e) {
                    outcome = new Outcome.Failed(e.trouble());
                }
            }
            return switch (outcome) {
                case Outcome.Open(var key) -> key;
                case Outcome.Failed(var why) -> throw new Trouble.Found(why);
                case Outcome.None() -> throw new IllegalStateException("a key was neither opened nor refused");
            };
        }

        synchronized boolean hasFailed() {
            return outcome instanceof Outcome.Failed;
        }
    }

    /// Asks for the passphrase when the file turns out to be encrypted, and only once.
    private static final class Asked implements PasswordFinder {
        private final Supplier<Secret> source;
        private boolean once;

        Asked(Supplier<Secret> source) {
            this.source = source;
        }

        @Override
        public char[] reqPassword(Resource<?> resource) {
            once = true;
            return source.get().reveal();
        }

        @Override
        public boolean shouldRetry(Resource<?> resource) {
            return false;
        }
    }
}

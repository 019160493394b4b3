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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.userauth.keyprovider.FileKeyProvider;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.keyprovider.KeyProviderUtil;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;

/// The private keys of the workstation. Each file is read and its passphrase asked for once, however many hosts it
/// opens.
final class Keys {

    private static final List<String> DEFAULTS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    private final Path home;
    private final SecretSource secrets;
    private final Config formats;
    private final Map<Path, Opening> openings = new ConcurrentHashMap<>();

    Keys(Path home, SecretSource secrets, Config formats) {
        this.home = home;
        this.secrets = secrets;
        this.formats = formats;
    }

    /// A key that is ready to sign.
    ///
    /// @param name of its file, as a person knows it
    record Ready(String name, KeyProvider key) {}

    /// The login's key; the default keys when it names neither a key nor a password.
    List<Ready> of(Login login) throws Trouble.Found {
        if (login.key() != null) {
            var field = login.name().isEmpty() ? shown(login.key()) : "logins." + login.name() + ".passphrase";
            var passphrase = login.passphrase() == null ? new SecretRef.Prompt() : login.passphrase();
            return List.of(open(login.key(), passphrase, field));
        }
        return login.password() == null ? defaults() : List.of();
    }

    /// Default keys that need no passphrase; when all of them do, the first.
    private List<Ready> defaults() throws Trouble.Found {
        var found = DEFAULTS.stream()
                .map(name -> home.resolve(".ssh").resolve(name))
                .filter(Files::isReadable)
                .toList();
        var ready = new ArrayList<Ready>();
        for (var path : found) {
            if (!isEncrypted(path)) {
                ready.add(open(path, new SecretRef.Prompt(), shown(path)));
            }
        }
        if (ready.isEmpty() && !found.isEmpty()) {
            ready.add(open(found.getFirst(), new SecretRef.Prompt(), shown(found.getFirst())));
        }
        return ready;
    }

    /// Lets a key that couldn't be opened be tried again.
    void forgetFailures() {
        openings.values().removeIf(Opening::hasFailed);
    }

    private Ready open(Path path, SecretRef passphrase, String field) throws Trouble.Found {
        return openings.computeIfAbsent(path, _ -> new Opening()).get(() -> read(path, passphrase, field));
    }

    private Ready read(Path path, SecretRef passphrase, String field) throws Trouble.Found {
        var shown = shown(path);
        var text = text(path);
        var asked = new Asked(() -> secrets.get(passphrase, field));
        try {
            var key = provider(text);
            key.init(text, null, asked);
            key.getPrivate();
            key.getPublic();
            return new Ready(shown, key);
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

            record Opened(Ready key) implements Outcome {}

            record Failed(Trouble why) implements Outcome {}
        }

        private interface Reading {
            Ready read() throws Trouble.Found;
        }

        synchronized Ready get(Reading reading) throws Trouble.Found {
            if (outcome instanceof Outcome.None) {
                try {
                    outcome = new Outcome.Opened(reading.read());
                } catch (Trouble.Found e) {
                    outcome = new Outcome.Failed(e.trouble());
                }
            }
            return switch (outcome) {
                case Outcome.Opened(var key) -> key;
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

package dev.muster.setup.secrets;

import static dev.muster.setup.SecretWords.*;

import dev.muster.base.Place;
import dev.muster.base.ProblemException;
import dev.muster.base.Secret;
import dev.muster.setup.SecretRef;
import dev.muster.setup.SecretSource;
import dev.muster.setup.SecretWords;
import dev.muster.setup.shape.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The secrets of one run: each is fetched, or asked for, once. Many threads may ask at the same time; a person sees
/// one question after the other. Closing wipes them all.
public final class Secrets implements SecretSource, AutoCloseable {

    private static final int LARGEST = 64 * 1024;

    private final Map<String, String> environment;
    private final Asker asker;
    private final KeyChain keyChain;
    private final ReentrantLock one = new ReentrantLock();
    private final Map<Object, Secret> kept = new HashMap<>();
    private boolean closed;

    /// @param environment Muster's own: `System.getenv()`
    public Secrets(Map<String, String> environment, Asker asker) {
        this(environment, asker, new SystemKeyChain());
    }

    Secrets(Map<String, String> environment, Asker asker, KeyChain keyChain) {
        this.environment = environment;
        this.asker = asker;
        this.keyChain = keyChain;
    }

    /// A copy of the caller's own: closing it leaves the others alone.
    @Override
    public Secret get(SecretRef ref, String field) {
        one.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the secrets of this run are wiped; asked for " + field);
            }
            var key = ref instanceof SecretRef.Prompt ? field : ref;
            var secret = kept.get(key);
            if (secret == null) {
                secret = fetched(ref, field);
                kept.put(key, secret);
            }
            return copy(secret);
        } finally {
            one.unlock();
        }
    }

    /// A file is read again, and who is there is asked again: for what stands in the environment too, which can't
    /// change while a program runs.
    @Override
    public Secret again(SecretRef ref, String field) {
        one.lock();
        try {
            var key = ref instanceof SecretRef.Prompt ? field : ref;
            var before = kept.remove(key);
            if (before == null) {
                return get(ref, field);
            }
            var fresh = Optional.of(ref)
                    .filter(where -> !(where instanceof SecretRef.Prompt))
                    .map(where -> fetched(where, field))
                    .filter(secret -> !same(secret, before))
                    .or(() -> asker.ask(field));
            fresh.ifPresent(_ -> before.close());
            kept.put(key, fresh.orElse(before));
            return copy(fresh.orElse(before));
        } finally {
            one.unlock();
        }
    }

    private static boolean same(Secret one, Secret other) {
        var first = one.reveal();
        var second = other.reveal();
        try {
            return Arrays.equals(first, second);
        } finally {
            Arrays.fill(first, '\0');
            Arrays.fill(second, '\0');
        }
    }

    /// Takes an answer back that turned out wrong, so that the next call asks again.
    public void forget(String field) {
        one.lock();
        try {
            var secret = kept.remove(field);
            if (secret != null) {
                secret.close();
            }
        } finally {
            one.unlock();
        }
    }

    @Override
    public void close() {
        one.lock();
        try {
            closed = true;
            kept.values().forEach(Secret::close);
            kept.clear();
        } finally {
            one.unlock();
        }
    }

    private Secret fetched(SecretRef ref, String field) {
        return switch (ref) {
            case SecretRef.Env(var name) -> variable(name, field);
            case SecretRef.InFile(var path) -> file(path, field);
            case SecretRef.KeyChain(var name) -> kept(name, field);
            case SecretRef.Prompt() -> asker.ask(field).orElseThrow(() -> refused(field, "", SECRET_NOBODY, field));
        };
    }

    private Secret kept(String name, String field) {
        try {
            return keyChain.get(name)
                    .orElseThrow(() -> refused(
                            field + ".keychain",
                            name,
                            KEYCHAIN_MISSING,
                            name,
                            field,
                            KeyChain.saving(System.getProperty("os.name"), name)));
        } catch (KeyChain.Unusable e) {
            throw refused(field + ".keychain", name, KEYCHAIN_UNUSABLE, String.valueOf(e.getMessage()), field, name);
        }
    }

    private Secret variable(String name, String field) {
        var value = environment.get(name);
        if (value == null) {
            throw refused(field + ".env", name, VARIABLE_MISSING, name, field);
        }
        if (value.isEmpty()) {
            throw refused(field + ".env", name, VARIABLE_EMPTY, name, field);
        }
        return Secret.of(value);
    }

    private static Secret file(Path path, String field) {
        var shown = path.toString();
        if (!Files.exists(path)) {
            throw refused(field + ".file", shown, SECRET_FILE_MISSING, shown, field);
        }
        if (Files.isDirectory(path)) {
            throw refused(field + ".file", shown, SECRET_FILE_FOLDER, shown, field);
        }
        try {
            if (OwnerOnly.readableByOthers(path)) {
                throw refused(field + ".file", shown, SECRET_FILE_OPEN, shown, field);
            }
            byte[] bytes;
            try (var stream = Files.newInputStream(path)) {
                bytes = stream.readNBytes(LARGEST + 1);
            }
            return content(bytes, shown, field);
        } catch (IOException e) {
            throw refused(field + ".file", shown, SECRET_FILE_UNREADABLE, shown, field);
        }
    }

    private static Secret content(byte[] bytes, String shown, String field) {
        var characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        try {
            var end = end(characters);
            if (bytes.length > LARGEST) {
                throw refused(field + ".file", shown, SECRET_FILE_LARGE, shown, field);
            }
            if (end == 0) {
                throw refused(field + ".file", shown, SECRET_FILE_EMPTY, shown, field);
            }
            var secret = new char[end];
            characters.get(0, secret);
            try {
                return new Secret(secret);
            } finally {
                Arrays.fill(secret, '\0');
            }
        } finally {
            Arrays.fill(bytes, (byte) 0);
            wipe(characters);
        }
    }

    /// One line break at the end belongs to the editor, not to the secret.
    private static int end(CharBuffer characters) {
        var end = characters.limit();
        if (end > 0 && characters.get(end - 1) == '\n') {
            end--;
            if (end > 0 && characters.get(end - 1) == '\r') {
                end--;
            }
        }
        return end;
    }

    private static void wipe(CharBuffer characters) {
        for (var i = 0; i < characters.limit(); i++) {
            characters.put(i, '\0');
        }
    }

    private static Secret copy(Secret secret) {
        var characters = secret.reveal();
        try {
            return new Secret(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private static ProblemException refused(String field, String value, SecretWords words, Object... arguments) {
        return new ProblemException(Trouble.of(words, arguments).at(Place.field(field, value)));
    }
}

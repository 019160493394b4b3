package dev.muster.setup.secrets;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import dev.muster.base.Secret;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// This workstation's key chain by java-keyring: the Secret Service or KWallet over DBus, macOS' Keychain, Windows'
/// Credential Manager. The library hands secrets out as strings, which can't be wiped.
final class SystemKeyChain implements KeyChain {

    /// Somebody may have to type the password that unlocks it
    private static final long PATIENCE_SECONDS = 120;

    @Override
    public Optional<Secret> get(String name) throws Unusable {
        var asked = new CompletableFuture<Optional<Secret>>();
        Thread.ofPlatform().daemon().name("muster-keychain").start(() -> {
            try {
                var keyring = Keyring.create();
                asked.complete(entry(keyring, name));
                keyring.close();
            } catch (BackendNotSupportedException e) {
                asked.completeExceptionally(new Unusable("this session has none that can be asked"));
            } catch (LinkageError e) {
                asked.completeExceptionally(new Unusable("its library can't be loaded here"));
            } catch (Exception e) {
                // closing it throws anything; what matters is complete by then
                asked.completeExceptionally(new Unusable(String.valueOf(e.getMessage())));
            }
        });
        try {
            return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Unusable why ? why : new Unusable(String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            throw new Unusable("no answer within " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unusable("the wait was broken off");
        }
    }

    private static Optional<Secret> entry(Keyring keyring, String name) {
        try {
            var value = keyring.getPassword(SERVICE, name);
            return value == null || value.isEmpty() ? Optional.empty() : Optional.of(Secret.of(value));
        } catch (PasswordAccessException e) {
            return Optional.empty();
        }
    }
}

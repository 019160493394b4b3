package dev.muster.ui;

import dev.muster.base.Secret;
import dev.muster.setup.secrets.Asker;
import dev.muster.ui.kit.Errands;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/// Answers for secrets: the registration command is the pasted one; anything else is asked of the person.
final class WindowAsker implements Asker {

    private final Errands errands;
    private final Supplier<String> pasted;
    private final Function<String, Optional<Secret>> ask;

    /// @param pasted the registration command, read on the window's thread
    /// @param ask    shows the question, on the window's thread
    WindowAsker(Errands errands, Supplier<String> pasted, Function<String, Optional<Secret>> ask) {
        this.errands = errands;
        this.pasted = pasted;
        this.ask = ask;
    }

    @Override
    public Optional<Secret> ask(String field) {
        var answer = new CompletableFuture<Optional<Secret>>();
        errands.ask(() -> {
            try {
                answer.complete(onWindow(field));
            } catch (RuntimeException e) {
                // whoever waits for the answer must hear of it, or waits for ever
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking for " + field, e.getCause());
        }
    }

    private Optional<Secret> onWindow(String field) {
        return field.equals(SecretNames.REGISTRATION) && !pasted.get().isBlank()
                ? Optional.of(Secret.of(pasted.get()))
                : ask.apply(field);
    }
}

package dev.muster.cli;

import dev.muster.base.Secret;
import dev.muster.setup.secrets.Asker;
import java.util.Arrays;
import java.util.Optional;

/// Asks for secrets at the terminal; nobody is there to be asked without one.
record TerminalAsker(Terms terms) implements Asker {

    @Override
    public Optional<Secret> ask(String field) {
        return terms.console()
                .askSecret(terms.texts().of(CliWords.ASK_SECRET, field))
                .map(characters -> {
                    var secret = new Secret(characters);
                    Arrays.fill(characters, '\0');
                    return secret;
                });
    }
}

package dev.muster.flow;

import dev.muster.base.Redactor;
import dev.muster.base.Secret;
import dev.muster.setup.SecretRef;
import dev.muster.setup.SecretSource;

/// Makes every secret known to the redactor before anybody can use it.
record KnownSecrets(SecretSource secrets, Redactor redactor) implements SecretSource {

    @Override
    public Secret get(SecretRef ref, String field) {
        var secret = secrets.get(ref, field);
        redactor.add(secret);
        return secret;
    }

    @Override
    public Secret again(SecretRef ref, String field) {
        var secret = secrets.again(ref, field);
        redactor.add(secret);
        return secret;
    }
}

package dev.muster.remote;

import dev.muster.base.Secret;
import dev.muster.script.Script;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The secrets of one script on their way to its job: their bytes, one after the other, and how many each has.
final class Handover {

    private final List<String> sizes = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Handover(Script script, Map<String, Secret> secrets) {
        for (var name : script.secrets().stream().distinct().toList()) {
            var secret = secrets.get(name);
            if (secret == null) {
                throw new IllegalStateException("no secret " + name + " for " + script.file());
            }
            var its = SecretBytes.of(secret);
            bytes.writeBytes(its);
            sizes.add(name + " " + its.length);
            Arrays.fill(its, (byte) 0);
        }
    }

    /// `name bytes`, in order.
    List<String> sizes() {
        return List.copyOf(sizes);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}

package dev.muster.ui.work;

import dev.muster.setup.file.Wanted;
import dev.muster.setup.file.Wanted.Parts;
import dev.muster.setup.file.Wanted.Truth;
import dev.muster.setup.file.Wanted.UsualTruth;
import dev.muster.setup.file.Wanted.Word;
import dev.muster.ui.work.LoginForm.Proof;
import dev.muster.ui.work.SecretForm.From;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A login as a setup file has it, read and written.
final class LoginRow {

    private LoginRow() {}

    static LoginForm read(String name, JsonNode row) {
        var proofs = EnumSet.noneOf(Proof.class);
        if (row.has("password")) {
            proofs.add(Proof.PASSWORD);
        }
        if (row.has("key")) {
            proofs.add(Proof.KEY);
        }
        if (row.path("agent").asBoolean(false)) {
            proofs.add(Proof.AGENT);
        }
        if (row.has("keytab")) {
            proofs.add(Proof.KEYTAB);
        }
        return new LoginForm(
                name,
                FormReader.text(row, "user"),
                FormReader.text(row, "domain"),
                proofs,
                proofs.contains(Proof.PASSWORD) ? SecretForm.read(row.path("password")) : SecretForm.ASKED,
                FormReader.text(row, "key"),
                SecretForm.read(row.path("passphrase")),
                FormReader.text(row, "certificate"),
                FormReader.text(row, "keytab"),
                sudo(row.path("sudo")));
    }

    private static SecretForm sudo(JsonNode row) {
        return row.isMissingNode()
                ? SecretForm.NONE
                : row.size() == 1 && row.has("password")
                        ? SecretForm.read(row.path("password"))
                        : new SecretForm(From.ELSEWHERE, "");
    }

    /// What isn't shown isn't written: with the key goes what belongs to it.
    static Parts wanted(LoginForm login) {
        var parts = new LinkedHashMap<String, Wanted>();
        parts.put("user", Wanted.word(login.user()));
        parts.put("domain", Wanted.word(login.domain()));
        put(parts, "password", login.shows(Proof.PASSWORD) ? login.password() : SecretForm.NONE);
        var key = login.shows(Proof.KEY);
        parts.put("key", key ? new Word(login.key()) : Wanted.GONE);
        put(parts, "passphrase", key ? login.passphrase() : SecretForm.NONE);
        parts.put("certificate", key ? Wanted.word(login.certificate()) : Wanted.GONE);
        parts.put("agent", login.shows(Proof.AGENT) ? new Truth(true) : new UsualTruth(false));
        parts.put("keytab", login.shows(Proof.KEYTAB) ? new Word(login.keytab()) : Wanted.GONE);
        login.sudo()
                .wanted()
                .ifPresent(sudo -> parts.put(
                        "sudo", sudo.equals(Wanted.GONE) ? Wanted.GONE : new Parts(Map.of("password", sudo), false)));
        return new Parts(parts, false);
    }

    private static void put(Map<String, Wanted> parts, String key, SecretForm secret) {
        secret.wanted().ifPresent(wanted -> parts.put(key, wanted));
    }
}

package dev.muster.ui.work;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/// One way to sign in, as it was typed. It holds where a secret is to be had, never the secret.
///
/// @param domain      of Windows' directory; empty: none
/// @param proofs      what it shows; at least one, or the setup's reader says so
/// @param password    used with [Proof#PASSWORD]
/// @param key         path of a private key; used with [Proof#KEY], as passphrase and certificate
/// @param passphrase  [SecretForm.From#NONE]: asked for, if the key wants one
/// @param certificate path; empty: the one beside the key, if there is one
/// @param keytab      path; used with [Proof#KEYTAB]
/// @param sudo        [SecretForm.From#NONE]: sudo wants no password
public record LoginForm(
        String name,
        String user,
        String domain,
        Set<Proof> proofs,
        SecretForm password,
        String key,
        SecretForm passphrase,
        String certificate,
        String keytab,
        SecretForm sudo)
        implements NamedForm {

    /// What a login shows.
    public enum Proof {
        PASSWORD,
        KEY,
        /// the keys of the workstation's SSH agent
        AGENT,
        /// a table of Kerberos keys
        KEYTAB
    }

    public LoginForm {
        proofs = proofs.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(proofs));
    }

    private LoginForm(String name, String user, Proof proof, SecretForm password, String key) {
        this(name, user, "", Set.of(proof), password, key, SecretForm.NONE, "", "", SecretForm.NONE);
    }

    public static LoginForm byKey(String name, String user, String key) {
        return new LoginForm(name, user, Proof.KEY, SecretForm.ASKED, key);
    }

    public static LoginForm byAgent(String name, String user) {
        return new LoginForm(name, user, Proof.AGENT, SecretForm.ASKED, "");
    }

    /// By a password that is asked for.
    public static LoginForm byPassword(String name, String user) {
        return new LoginForm(name, user, Proof.PASSWORD, SecretForm.ASKED, "");
    }

    public boolean shows(Proof proof) {
        return proofs.contains(proof);
    }

    /// A copy with what the change sets in the draft.
    LoginForm with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.form();
    }

    public LoginForm withName(String newName) {
        return with(draft -> draft.name = newName);
    }

    public LoginForm withUser(String newUser) {
        return with(draft -> draft.user = newUser);
    }

    public LoginForm withDomain(String newDomain) {
        return with(draft -> draft.domain = newDomain);
    }

    public LoginForm with(Proof proof, boolean shown) {
        var changed = EnumSet.noneOf(Proof.class);
        changed.addAll(proofs);
        if (shown) {
            changed.add(proof);
        } else {
            changed.remove(proof);
        }
        return with(draft -> draft.proofs = changed);
    }

    public LoginForm withPassword(SecretForm newPassword) {
        return with(draft -> draft.password = newPassword);
    }

    public LoginForm withKey(String newKey) {
        return with(draft -> draft.key = newKey);
    }

    public LoginForm withPassphrase(SecretForm newPassphrase) {
        return with(draft -> draft.passphrase = newPassphrase);
    }

    public LoginForm withCertificate(String newCertificate) {
        return with(draft -> draft.certificate = newCertificate);
    }

    public LoginForm withKeytab(String newKeytab) {
        return with(draft -> draft.keytab = newKeytab);
    }

    public LoginForm withSudo(SecretForm newSudo) {
        return with(draft -> draft.sudo = newSudo);
    }

    /// A login under change.
    static final class Draft {
        String name;
        String user;
        String domain;
        Set<Proof> proofs;
        SecretForm password;
        String key;
        SecretForm passphrase;
        String certificate;
        String keytab;
        SecretForm sudo;

        private Draft(LoginForm of) {
            name = of.name;
            user = of.user;
            domain = of.domain;
            proofs = of.proofs;
            password = of.password;
            key = of.key;
            passphrase = of.passphrase;
            certificate = of.certificate;
            keytab = of.keytab;
            sudo = of.sudo;
        }

        private LoginForm form() {
            return new LoginForm(name, user, domain, proofs, password, key, passphrase, certificate, keytab, sudo);
        }
    }
}

package dev.muster.ui.hosts;

import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.work.LoginForm;
import dev.muster.ui.work.LoginForm.Proof;
import dev.muster.ui.work.SecretForm;
import dev.muster.ui.work.SecretForm.From;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.stage.FileChooser;

/// The lines of one login: who, what it shows, and for each of that where it is to be had.
final class LoginLines {

    private final NamedCard<LoginForm> card;
    private final Words words;
    private final int at;

    LoginLines(NamedCard<LoginForm> card, Words words, int at) {
        this.card = card;
        this.words = words;
        this.at = at;
    }

    NamedCard<LoginForm> card() {
        who();
        proofs();
        secret(
                Proof.PASSWORD,
                "password",
                UiWords.LOGIN_PASSWORD,
                Set.of(From.NONE),
                LoginForm::password,
                LoginForm::withPassword);
        var key = file(Proof.KEY, "key", UiWords.LOGIN_KEY, LoginForm::key, LoginForm::withKey);
        key.setPromptText("~/.ssh/id_ed25519");
        secret(
                Proof.KEY,
                "passphrase",
                UiWords.LOGIN_PASSPHRASE,
                Set.of(From.ASKED),
                LoginForm::passphrase,
                LoginForm::withPassphrase);
        var certificate = file(
                Proof.KEY,
                "certificate",
                UiWords.LOGIN_CERTIFICATE,
                LoginForm::certificate,
                LoginForm::withCertificate);
        certificate.setPromptText(words.of(UiWords.LOGIN_CERTIFICATE_PROMPT));
        file(Proof.KEYTAB, "keytab", UiWords.LOGIN_KEYTAB, LoginForm::keytab, LoginForm::withKeytab);
        sudo();
        return card;
    }

    private void who() {
        var name = card.text("name", UiWords.LOGIN_NAME, LoginForm::name, LoginForm::withName);
        var user = card.text("user", UiWords.LOGIN_USER, LoginForm::user, LoginForm::withUser);
        var domain = card.text("domain", UiWords.LOGIN_DOMAIN, LoginForm::domain, LoginForm::withDomain);
        domain.setPromptText(words.of(UiWords.LOGIN_DOMAIN_PROMPT));
        card.line(
                card.label(UiWords.LOGIN_NAME, name),
                name,
                card.label(UiWords.LOGIN_USER, user),
                user,
                card.label(UiWords.LOGIN_DOMAIN, domain),
                NamedCard.wide(domain),
                card.remove());
        card.faults(card.fault(name, ""), card.fault(user, "user"), card.fault(domain, "domain"));
    }

    private void proofs() {
        var ticks = new ArrayList<Node>();
        for (var proof : Proof.values()) {
            ticks.add(card.tick(
                    "proof-" + proof.name().toLowerCase(Locale.ROOT),
                    UiWords.valueOf("PROOF_" + proof.name()),
                    login -> login.shows(proof),
                    (login, now) -> login.with(proof, now)));
        }
        ticks.addFirst(card.label(UiWords.LOGIN_PROOFS, ticks.getFirst()));
        ticks.add(Parts.gap());
        ticks.add(card.usual());
        card.line(ticks.toArray(Node[]::new));
        card.faults(card.fault((CheckBox) ticks.get(1), "."));
    }

    private void sudo() {
        var sudo = card.tick(
                "sudo",
                UiWords.LOGIN_SUDO,
                login -> login.sudo().from() != From.NONE,
                (login, now) -> login.withSudo(now ? SecretForm.ASKED : SecretForm.NONE));
        var from =
                from("sudo-from", UiWords.LOGIN_SUDO_PASSWORD, Set.of(From.NONE), LoginForm::sudo, LoginForm::withSudo);
        from.nodes().forEach(node -> card.showWhile(node, login -> login.sudo().from() != From.NONE));
        nameWhileNamed(from.name(), LoginForm::sudo);
        card.line(sudo, from.nodes().getFirst(), from.name());
        card.faults(card.fault(from.name(), "sudo"));
    }

    /// Where a secret is to be had: how, and under which name.
    private record Chosen(List<Node> nodes, TextField name) {}

    private Chosen from(
            String part,
            UiWords label,
            Set<From> never,
            Function<LoginForm, SecretForm> get,
            BiFunction<LoginForm, SecretForm, LoginForm> set) {
        var how = card.choice(
                part,
                label,
                () -> choices(never, get.apply(card.form())),
                this::shown,
                login -> get.apply(login).from(),
                (login, now) -> set.apply(login, get.apply(login).with(now)));
        var name = card.text(
                part + "-name",
                UiWords.SECRET_NAME,
                login -> get.apply(login).name(),
                (login, now) -> set.apply(login, get.apply(login).withName(now)));
        card.also(() -> name.setPromptText(prompt(get.apply(card.form()).from())));
        return new Chosen(List.of(how), name);
    }

    private static List<From> choices(Set<From> never, SecretForm now) {
        var choices = new ArrayList<>(List.of(From.values()));
        choices.removeAll(never);
        if (now.from() != From.ELSEWHERE) {
            choices.remove(From.ELSEWHERE);
        }
        if (!choices.contains(now.from())) {
            choices.addFirst(now.from());
        }
        return choices;
    }

    private String shown(From from) {
        return words.of(UiWords.valueOf("SECRET_" + from.name()));
    }

    private static String prompt(From from) {
        return switch (from) {
            case ENV -> "OPS_PASSWORD";
            case FILE -> "~/.secrets/ops";
            case KEYCHAIN -> "ops";
            case NONE, ASKED, ELSEWHERE -> "";
        };
    }

    private void nameWhileNamed(TextField name, Function<LoginForm, SecretForm> get) {
        card.showWhile(name, login -> get.apply(login).from().named());
    }

    private void secret(
            Proof of,
            String part,
            UiWords label,
            Set<From> never,
            Function<LoginForm, SecretForm> get,
            BiFunction<LoginForm, SecretForm, LoginForm> set) {
        var from = from(part, label, never, get, set);
        nameWhileNamed(from.name(), get);
        var how = from.nodes().getFirst();
        card.lineWhile(shows(of), indented(label, how), how, NamedCard.wide(from.name()));
        card.faults(card.fault(from.name(), part));
    }

    private TextField file(
            Proof of,
            String part,
            UiWords label,
            Function<LoginForm, String> get,
            BiFunction<LoginForm, String, LoginForm> set) {
        var path = card.text(part, label, get, set);
        var choose = Parts.small("login-" + part + "-choose" + at, words.of(UiWords.LOGIN_KEY_CHOOSE), () -> {
            var chooser = new FileChooser();
            chooser.setTitle(words.of(label));
            var file = chooser.showOpenDialog(card.getScene().getWindow());
            if (file != null) {
                path.setText(file.getPath());
            }
        });
        choose.setAccessibleText(
                words.of(UiWords.START_EARLIER_SPOKEN, words.of(UiWords.LOGIN_KEY_CHOOSE), words.of(label)));
        card.lineWhile(shows(of), indented(label, path), NamedCard.wide(path), choose);
        card.faults(card.fault(path, part));
        return path;
    }

    private static Predicate<LoginForm> shows(Proof proof) {
        return login -> login.shows(proof);
    }

    /// Labels of one width, so that the fields of a login stand below each other.
    private Node indented(UiWords key, Node field) {
        var label = card.label(key, field);
        label.getStyleClass().add("login-part");
        return label;
    }
}

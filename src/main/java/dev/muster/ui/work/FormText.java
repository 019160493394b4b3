package dev.muster.ui.work;

import dev.muster.setup.Acceptance;
import dev.muster.setup.WindowsImage;
import dev.muster.setup.file.SetupText;
import dev.muster.setup.file.Wanted;
import dev.muster.setup.file.Wanted.Figure;
import dev.muster.setup.file.Wanted.Parts;
import dev.muster.setup.file.Wanted.Rows;
import dev.muster.setup.file.Wanted.Usual;
import dev.muster.setup.file.Wanted.Word;
import dev.muster.setup.file.Wanted.Words;
import dev.muster.ui.work.LoginForm.How;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A form as the text of a setup file. What the window doesn't know, comments included, stays as it was read.
public final class FormText {

    private FormText() {}

    /// @param read the file's text as it was opened; empty: a new one
    public static String of(Form form, String read) {
        var base = read.isEmpty() ? SetupText.NEW : read;
        var wanted = new LinkedHashMap<String, Wanted>();
        wanted.put("name", Wanted.word(form.name()));
        wanted.put("goal", new Word("join"));
        wanted.put("rancher", rancher(form, base));
        var cluster = new LinkedHashMap<String, Wanted>();
        cluster.put("name", Wanted.word(form.cluster()));
        cluster.put("kubernetes", Wanted.word(form.kubernetes()));
        cluster.put("network", form.network().isEmpty() ? Wanted.GONE : new Word(form.network()));
        wanted.put("cluster", new Parts(cluster, false));
        var defaults = new LinkedHashMap<String, Wanted>();
        defaults.put("login", Wanted.word(form.defaultLogin()));
        defaults.put("via", Wanted.word(form.defaultVia()));
        wanted.put("defaults", new Parts(defaults, false));
        var logins = new LinkedHashMap<String, Wanted>();
        form.logins().forEach(login -> logins.put(login.name(), login(login)));
        wanted.put("logins", logins.isEmpty() ? Wanted.GONE : new Parts(logins, true));
        var bastions = new LinkedHashMap<String, Wanted>();
        form.bastions().forEach(bastion -> bastions.put(bastion.name(), bastion(bastion)));
        wanted.put("bastions", bastions.isEmpty() ? Wanted.GONE : new Parts(bastions, true));
        wanted.put(
                "hosts",
                new Rows("name", form.hosts().stream().map(FormText::host).toList()));
        wanted.put(
                "accept",
                form.accept().isEmpty()
                        ? Wanted.GONE
                        : new Rows(
                                "check",
                                form.accept().stream().map(FormText::accept).toList()));
        wanted.put(
                "images",
                form.images().isEmpty()
                        ? Wanted.GONE
                        : new Rows(
                                "name",
                                form.images().stream().map(FormText::image).toList()));
        return SetupText.with(base, wanted);
    }

    private static Parts rancher(Form form, String base) {
        var parts = new LinkedHashMap<String, Wanted>();
        parts.put("version", Wanted.word(form.version()));
        parts.put("server", Wanted.word(form.server()));
        if (!FormReader.hasRegistration(base)) {
            parts.put("registration", Wanted.prompt());
        }
        return new Parts(parts, false);
    }

    private static Parts login(LoginForm login) {
        var parts = new LinkedHashMap<String, Wanted>();
        parts.put("user", Wanted.word(login.user()));
        switch (login.how()) {
            case KEY -> {
                parts.put("key", Wanted.word(login.key()));
                parts.put("password", Wanted.GONE);
                parts.put("agent", Wanted.GONE);
            }
            case AGENT -> {
                noKey(parts);
                parts.put("password", Wanted.GONE);
                parts.put("agent", new Wanted.Truth(true));
            }
            case PASSWORD_ASKED -> {
                noKey(parts);
                parts.put("agent", Wanted.GONE);
                parts.put("password", Wanted.prompt());
            }
            case PASSWORD_ELSEWHERE -> {}
        }
        if (!login.sudo()) {
            parts.put("sudo", Wanted.GONE);
        } else if (login.how() != How.PASSWORD_ELSEWHERE) {
            parts.put("sudo", new Parts(Map.of("password", Wanted.prompt()), false));
        }
        return new Parts(parts, false);
    }

    /// With the key goes what belongs to it.
    private static void noKey(Map<String, Wanted> parts) {
        parts.put("key", Wanted.GONE);
        parts.put("passphrase", Wanted.GONE);
        parts.put("certificate", Wanted.GONE);
    }

    private static Parts bastion(BastionForm bastion) {
        var parts = new LinkedHashMap<String, Wanted>();
        parts.put("address", new Word(bastion.address()));
        parts.put("port", Wanted.figure(bastion.port()));
        parts.put("login", Wanted.word(bastion.login()));
        parts.put("via", Wanted.word(bastion.via()));
        return new Parts(parts, false);
    }

    private static Parts host(HostForm host) {
        var parts = new LinkedHashMap<String, Wanted>();
        parts.put("name", new Word(host.name()));
        parts.put("address", new Word(host.address()));
        parts.put("port", host.port().isEmpty() ? Wanted.GONE : new Figure(host.port()));
        parts.put("os", new Usual(host.os().name().toLowerCase(Locale.ROOT)));
        parts.put(
                "roles",
                new Words(host.roles().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .toList()));
        parts.put("login", Wanted.word(host.login()));
        parts.put("via", Wanted.word(host.via()));
        parts.put("labels", labels(host.labels()));
        return new Parts(parts, false);
    }

    private static Wanted labels(String written) {
        var labels = new LinkedHashMap<String, Wanted>();
        for (var label : written.split(",", -1)) {
            var equals = label.indexOf('=');
            var key = (equals < 0 ? label : label.substring(0, equals)).strip();
            if (!key.isEmpty()) {
                labels.put(
                        key,
                        new Word(equals < 0 ? "" : label.substring(equals + 1).strip()));
            }
        }
        return labels.isEmpty() ? Wanted.GONE : new Parts(labels, true);
    }

    private static Parts image(WindowsImage image) {
        var parts = new LinkedHashMap<String, Wanted>();
        parts.put("name", new Word(image.name()));
        parts.put("build", Wanted.word(image.build()));
        return new Parts(parts, false);
    }

    private static Parts accept(Acceptance acceptance) {
        var parts = new LinkedHashMap<String, Wanted>();
        parts.put("check", new Word(acceptance.check()));
        var host = acceptance.host();
        parts.put("host", host == null ? Wanted.GONE : new Word(host.value()));
        parts.put("because", new Word(acceptance.because()));
        return new Parts(parts, false);
    }
}

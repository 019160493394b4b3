package dev.muster.ui.work;

import dev.muster.setup.Acceptance;
import dev.muster.setup.WindowsImage;
import dev.muster.setup.file.SetupText;
import dev.muster.setup.file.Wanted;
import dev.muster.setup.file.Wanted.Parts;
import dev.muster.setup.file.Wanted.Rows;
import dev.muster.setup.file.Wanted.Word;
import java.util.LinkedHashMap;
import tools.jackson.databind.JsonNode;

/// A form as the text of a setup file. What the window doesn't know, comments included, stays as it was read.
public final class FormText {

    private FormText() {}

    /// @param read the file's text as it was opened; empty: a new one
    public static String of(Form form, String read) {
        var base = read.isEmpty() ? SetupText.NEW : read;
        var tree = FormReader.tree(base);
        var hosts = HostRow.after(tree.path("defaults"));
        var wanted = new LinkedHashMap<String, Wanted>();
        wanted.put("name", Wanted.word(form.name()));
        if (!tree.has("goal")) {
            wanted.put("goal", new Word("join"));
        }
        wanted.put("rancher", rancher(form, tree));
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
        form.logins().forEach(login -> logins.put(login.name(), LoginRow.wanted(login)));
        wanted.put("logins", logins.isEmpty() ? Wanted.GONE : new Parts(logins, true));
        var bastions = new LinkedHashMap<String, Wanted>();
        form.bastions().forEach(bastion -> bastions.put(bastion.name(), bastion(bastion)));
        wanted.put("bastions", bastions.isEmpty() ? Wanted.GONE : new Parts(bastions, true));
        wanted.put(
                "hosts",
                new Rows("name", form.hosts().stream().map(hosts::wanted).toList()));
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

    private static Parts rancher(Form form, JsonNode read) {
        var parts = new LinkedHashMap<String, Wanted>();
        parts.put("version", Wanted.word(form.version()));
        parts.put("server", Wanted.word(form.server()));
        // where the registration comes from: a command, or Rancher itself
        if (!read.path("rancher").has("registration") && !read.path("rancher").has("api")) {
            parts.put("registration", Wanted.prompt());
        }
        return new Parts(parts, false);
    }

    private static Parts bastion(BastionForm bastion) {
        var parts = new LinkedHashMap<String, Wanted>();
        parts.put("address", new Word(bastion.address()));
        parts.put("port", Wanted.figure(bastion.port()));
        parts.put("login", Wanted.word(bastion.login()));
        parts.put("via", Wanted.word(bastion.via()));
        return new Parts(parts, false);
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

package dev.muster.setup.inventory;

import dev.muster.setup.file.SetupText;
import dev.muster.setup.file.Wanted;
import dev.muster.setup.file.Wanted.Parts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads hosts from what admins already have.
public final class Importers {

    private static final Pattern SSH_CONFIG = Pattern.compile(
            "(?im)^\\s*host\\s+\\S+.*\\R(?:\\s*(?:#.*)?\\R)*\\s*(?:hostname|user|port|identityfile)\\b");

    private Importers() {}

    /// Whatever was pasted: an SSH configuration when it looks like one, else a list.
    public static Proposal pasted(String text, Path home) {
        return SSH_CONFIG.matcher(text).find() ? new SshConfig(home, "").text(text) : list(text, "");
    }

    /// One host a line or several with commas or blanks between: `user@host:port`, `node[01-20]`, `name,address`,
    /// CSV with or without a header, lines of `/etc/hosts`.
    ///
    /// @param fileName as the problems shall call it; empty when it was pasted
    public static Proposal list(String text, String fileName) {
        return new HostList(fileName).read(text);
    }

    /// An OpenSSH client's configuration, with what it includes.
    public static Proposal sshConfig(Path file, Path home) {
        return new SshConfig(home, file.toString()).file(file);
    }

    /// The proposal as a setup file's `logins:` and `hosts:`.
    public static String yaml(Proposal proposal) {
        var logins = new LinkedHashMap<String, Wanted>();
        var names = new LinkedHashMap<List<String>, String>();
        var rows = new ArrayList<Parts>();
        for (var host : proposal.hosts()) {
            var row = new LinkedHashMap<String, Wanted>();
            row.put("name", new Wanted.Word(host.name().value()));
            row.put("address", new Wanted.Word(host.address()));
            row.put("port", host.port() == 22 ? Wanted.GONE : new Wanted.Figure(String.valueOf(host.port())));
            row.put("os", Wanted.word(host.os().name().toLowerCase(Locale.ROOT).replace("linux", "")));
            row.put(
                    "roles",
                    new Wanted.Words(host.roles().stream()
                            .map(role -> role.name().toLowerCase(Locale.ROOT))
                            .toList()));
            row.put("login", Wanted.word(login(host, names, logins)));
            rows.add(new Parts(row, false));
        }
        var parts = new LinkedHashMap<String, Wanted>();
        if (!logins.isEmpty()) {
            parts.put("logins", new Parts(logins, true));
        }
        parts.put("hosts", new Wanted.Rows("name", rows));
        return SetupText.part(parts);
    }

    /// One login for each user with each key; empty when the list says neither.
    private static String login(ProposedHost host, Map<List<String>, String> names, Map<String, Wanted> logins) {
        if (host.user().isEmpty() && host.key().isEmpty()) {
            return "";
        }
        return names.computeIfAbsent(List.of(host.user(), host.key()), _ -> {
            var user = host.user().isEmpty() ? System.getProperty("user.name") : host.user();
            var plain = user.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
            var base = plain.isEmpty() ? "login" : plain;
            var name = base;
            for (var number = 2; logins.containsKey(name); number++) {
                name = base + "-" + number;
            }
            var login = new LinkedHashMap<String, Wanted>();
            login.put("user", new Wanted.Word(user));
            if (host.key().isEmpty()) {
                login.put("password", Wanted.prompt());
            } else {
                login.put("key", new Wanted.Word(host.key()));
            }
            logins.put(name, new Parts(login, false));
            return name;
        });
    }
}

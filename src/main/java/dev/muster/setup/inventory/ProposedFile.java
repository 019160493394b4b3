package dev.muster.setup.inventory;

import dev.muster.setup.file.SetupText;
import dev.muster.setup.file.Wanted;
import dev.muster.setup.file.Wanted.Parts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A proposal as a part of a setup file: one login for each user with each key.
final class ProposedFile {

    private record Way(String user, String key, boolean agent) {}

    private final Proposal proposal;
    private final Map<Way, String> names = new LinkedHashMap<>();
    private final Map<String, Wanted> logins = new LinkedHashMap<>();

    ProposedFile(Proposal proposal) {
        this.proposal = proposal;
    }

    String text() {
        var bastions = new LinkedHashMap<String, Wanted>();
        proposal.bastions().forEach(bastion -> bastions.put(bastion.name(), bastion(bastion)));
        var rows = new ArrayList<Parts>();
        proposal.hosts().forEach(host -> rows.add(host(host)));
        var parts = new LinkedHashMap<String, Wanted>();
        if (!logins.isEmpty()) {
            parts.put("logins", new Parts(logins, true));
        }
        if (!bastions.isEmpty()) {
            parts.put("bastions", new Parts(bastions, true));
        }
        parts.put("hosts", new Wanted.Rows("name", rows));
        return SetupText.part(parts);
    }

    private Parts host(ProposedHost host) {
        var row = new LinkedHashMap<String, Wanted>();
        row.put("name", new Wanted.Word(host.name().value()));
        row.put("address", new Wanted.Word(host.address()));
        row.put("port", port(host.port()));
        row.put("os", Wanted.word(host.os().name().toLowerCase(Locale.ROOT).replace("linux", "")));
        row.put(
                "roles",
                new Wanted.Words(host.roles().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .toList()));
        // without user and key it is the setup's default login that signs in
        var plain = host.user().isEmpty() && host.key().isEmpty();
        row.put("login", plain ? Wanted.GONE : new Wanted.Word(login(host.user(), host.key(), host.agent())));
        row.put("via", Wanted.word(host.via()));
        return new Parts(row, false);
    }

    private Parts bastion(ProposedBastion bastion) {
        var row = new LinkedHashMap<String, Wanted>();
        row.put("address", new Wanted.Word(bastion.address()));
        row.put("port", port(bastion.port()));
        row.put("login", new Wanted.Word(login(bastion.user(), bastion.key(), true)));
        row.put("via", Wanted.word(bastion.via()));
        return new Parts(row, false);
    }

    private static Wanted port(int port) {
        return port == 22 ? Wanted.GONE : new Wanted.Figure(String.valueOf(port));
    }

    private String login(String said, String key, boolean agent) {
        return names.computeIfAbsent(new Way(said, key, agent), _ -> {
            var user = said.isEmpty() ? System.getProperty("user.name") : said;
            var plain = user.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
            var base = plain.isEmpty() ? "login" : plain;
            var name = base;
            for (var number = 2; logins.containsKey(name); number++) {
                name = base + "-" + number;
            }
            var login = new LinkedHashMap<String, Wanted>();
            login.put("user", new Wanted.Word(user));
            if (!key.isEmpty()) {
                login.put("key", new Wanted.Word(key));
            } else if (agent) {
                login.put("agent", new Wanted.Truth(true));
            } else {
                login.put("password", Wanted.prompt());
            }
            logins.put(name, new Parts(login, false));
            return name;
        });
    }
}

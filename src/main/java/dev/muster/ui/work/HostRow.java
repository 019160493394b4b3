package dev.muster.ui.work;

import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.setup.file.Wanted;
import dev.muster.setup.file.Wanted.Parts;
import dev.muster.setup.file.Wanted.Truth;
import dev.muster.setup.file.Wanted.Usual;
import dev.muster.setup.file.Wanted.UsualTruth;
import dev.muster.setup.file.Wanted.Word;
import dev.muster.setup.file.Wanted.Words;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A host as a setup file has it, read and written.
///
/// @param usual the system of hosts that name none
record HostRow(Os usual) {

    /// @param defaults of the setup file
    static HostRow after(JsonNode defaults) {
        return new HostRow(os(FormReader.text(defaults, "os")));
    }

    private static Os os(String written) {
        return written.equals("windows") ? Os.WINDOWS : Os.LINUX;
    }

    HostForm read(JsonNode row) {
        var written = FormReader.text(row, "os");
        var os = written.isEmpty() ? usual : os(written);
        return new HostForm(
                FormReader.text(row, "name"),
                FormReader.text(row, "address"),
                FormReader.text(row, "port"),
                os,
                way(row, os),
                roles(row.path("roles")),
                FormReader.text(row, "login"),
                FormReader.text(row, "via"),
                row.path("labels")
                        .propertyStream()
                        .map(label -> label.getKey() + "=" + label.getValue().asString(""))
                        .collect(Collectors.joining(", ")),
                row.path("taints")
                        .valueStream()
                        .map(taint -> taint.asString(""))
                        .collect(Collectors.joining(", ")));
    }

    private static WayForm way(JsonNode row, Os os) {
        var connect = FormReader.text(row, "connect");
        var winrm = row.path("winrm");
        var auth = FormReader.text(winrm, "auth");
        return new WayForm(
                connect.isEmpty() ? os == Os.WINDOWS || winrm.isObject() : connect.equals("winrm"),
                !FormReader.text(winrm, "https").equals("false"),
                auth.isEmpty() ? WayForm.WINRM.auth() : auth);
    }

    private static Set<Role> roles(JsonNode written) {
        var roles = EnumSet.noneOf(Role.class);
        written.valueStream()
                .map(role -> role.asString("").toUpperCase(Locale.ROOT))
                .forEach(name -> Stream.of(Role.values())
                        .filter(role -> role.name().equals(name))
                        .forEach(roles::add));
        return roles;
    }

    Parts wanted(HostForm host) {
        var parts = new LinkedHashMap<String, Wanted>();
        parts.put("name", new Word(host.name()));
        parts.put("address", new Word(host.address()));
        parts.put("port", Wanted.figure(host.port()));
        parts.put("os", word(host.os().name().toLowerCase(Locale.ROOT), host.os() == usual));
        parts.put(
                "roles",
                new Words(host.roles().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .toList()));
        parts.put("login", Wanted.word(host.login()));
        parts.put("via", Wanted.word(host.via()));
        var way = host.way();
        parts.put("connect", word(way.winrm() ? "winrm" : "ssh", way.winrm() == host.windows()));
        parts.put("winrm", way.winrm() ? winrm(way) : Wanted.GONE);
        parts.put("labels", labels(host.labels()));
        parts.put("taints", taints(host.taints()));
        return new Parts(parts, false);
    }

    private static Parts winrm(WayForm way) {
        var parts = new LinkedHashMap<String, Wanted>();
        parts.put("https", way.https() ? new UsualTruth(true) : new Truth(false));
        parts.put("auth", word(way.auth(), way.auth().equals(WayForm.WINRM.auth())));
        return new Parts(parts, false);
    }

    private static Wanted word(String text, boolean usual) {
        return usual ? new Usual(text) : new Word(text);
    }

    private static Wanted taints(String written) {
        var taints = Stream.of(written.split(",", -1))
                .map(String::strip)
                .filter(taint -> !taint.isEmpty())
                .toList();
        return taints.isEmpty() ? Wanted.GONE : new Words(taints);
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
}

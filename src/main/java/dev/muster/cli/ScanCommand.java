package dev.muster.cli;

import dev.muster.base.Bytes;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.Facts;
import dev.muster.probe.Leftover;
import dev.muster.probe.Membership;
import dev.muster.probe.Probed;
import dev.muster.setup.Setup;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

/// What a cluster left on the hosts, each thing with its size and whose it is; Rancher isn't asked, and nothing is
/// changed.
@Command(name = "scan")
final class ScanCommand extends SetupCommand {

    ScanCommand(Terms terms) {
        super(terms);
    }

    @Override
    Exit call(Setup setup, Survey survey) throws InterruptedException {
        var probed = survey.alone(setup);
        if (json()) {
            terms.console().out().println(terms.json().document(document(setup, probed)));
        } else {
            setup.hosts().forEach(host -> print(host.name(), leftovers(host.name(), probed), probed));
        }
        return setup.hosts().stream()
                        .allMatch(host -> leftovers(host.name(), probed).known().isPresent())
                ? Exit.DONE
                : Exit.CHECK;
    }

    private static Reading<List<Leftover>> leftovers(HostName host, Map<HostName, Probed> probed) {
        return switch (probed.get(host)) {
            case null -> Reading.unknown("not asked");
            case Probed answer ->
                switch (answer.facts()) {
                    case Reading.Unknown<Facts>(var why) -> Reading.unknown(why);
                    case Reading.Known<Facts>(var facts) -> facts.leftovers();
                };
        };
    }

    /// `{"hosts": [{"name", "items": [{"id", "kind", "name", "size", "owner"}] or null, "unknown"}]}`, sizes in
    /// bytes
    private ObjectNode document(Setup setup, Map<HostName, Probed> probed) {
        var document = terms.json().object();
        var hosts = document.putArray("hosts");
        for (var host : setup.hosts()) {
            var entry = hosts.addObject().put("name", host.name().value());
            switch (leftovers(host.name(), probed)) {
                case Reading.Unknown<List<Leftover>>(var why) ->
                    entry.putNull("items").put("unknown", why);
                case Reading.Known<List<Leftover>>(var all) -> {
                    var items = entry.putArray("items");
                    all.forEach(one -> items.add(item(one)));
                }
            }
        }
        return document;
    }

    private ObjectNode item(Leftover one) {
        var item = terms.json()
                .object()
                .put("id", one.id())
                .put("kind", Json.word(one.kind()))
                .put("name", one.name());
        one.size().known().ifPresentOrElse(size -> item.put("size", size.value()), () -> item.putNull("size"));
        return item.put("owner", one.owner());
    }

    private void print(HostName host, Reading<List<Leftover>> leftovers, Map<HostName, Probed> probed) {
        switch (leftovers) {
            case Reading.Unknown<List<Leftover>>(var why) -> headline(Text.of(CliWords.SCAN_UNKNOWN, host, why));
            case Reading.Known<List<Leftover>>(var all) -> {
                var own = all.stream().filter(Leftover::isOfCluster).toList();
                headline(
                        own.isEmpty()
                                ? Text.of(CliWords.SCAN_NONE, host)
                                : Text.of(CliWords.SCAN_FOUND, host, own.size(), sum(own)));
                server(host, probed).ifPresent(server -> terms.console().out().println("  " + inUse(server)));
                var grid = new Grid(terms.console());
                all.forEach(one -> grid.row("  " + kind(one), List.of(one.name(), owner(one), size(one))));
                grid.print();
            }
        }
    }

    private String inUse(String server) {
        return server.isEmpty()
                ? terms.texts().of(CliWords.SCAN_IN_USE_UNNAMED)
                : terms.texts().of(CliWords.SCAN_IN_USE, server);
    }

    private void headline(Text text) {
        var out = terms.console().out();
        out.println(terms.console().colour(Console.Paint.BOLD, terms.texts().of(text)));
    }

    /// Of a host that is a node now nothing is left over: it is in use.
    private static Optional<String> server(HostName host, Map<HostName, Probed> probed) {
        return Optional.ofNullable(probed.get(host))
                .flatMap(answer -> answer.facts().known())
                .flatMap(facts -> facts.membership().known())
                .filter(member -> member instanceof Membership.Agent agent && agent.running())
                .map(member -> ((Membership.Agent) member).server());
    }

    private static Bytes sum(List<Leftover> all) {
        return new Bytes(all.stream()
                .flatMap(one -> one.size().known().stream())
                .mapToLong(Bytes::value)
                .sum());
    }

    private String kind(Leftover one) {
        return terms.texts().of(CliWords.valueOf("LEFT_" + one.kind().name()));
    }

    private String owner(Leftover one) {
        return one.owner().isEmpty()
                ? ""
                : terms.texts().of(CliWords.valueOf("OWNER_" + one.owner().toUpperCase(Locale.ROOT)));
    }

    private String size(Leftover one) {
        return one.size().known().map(terms.texts()::bytes).orElse("");
    }
}

package dev.muster.cli;

import dev.muster.assess.Support;
import dev.muster.base.Reading;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// What a Rancher version supports; without one, every line that the catalogue has.
@Command(name = "support")
final class SupportCommand implements Callable<Integer> {

    private final Terms terms;

    @ParentCommand
    private MusterCommand muster;

    @Option(names = "--rancher", paramLabel = "V")
    private String rancher = "";

    SupportCommand(Terms terms) {
        this.terms = terms;
        this.muster = new MusterCommand(terms);
    }

    @Override
    public Integer call() {
        var catalog = muster.catalog();
        if (!rancher.isBlank()) {
            one(Support.of(catalog, rancher));
        } else if (muster.json()) {
            var lines = Support.ofLines(catalog).stream().map(this::document).toList();
            terms.console().out().println(terms.json().document(lines));
        } else {
            Support.ofLines(catalog).forEach(this::print);
        }
        return Exit.DONE.code();
    }

    private void one(Support support) {
        if (muster.json()) {
            terms.console().out().println(terms.json().document(document(support)));
        } else {
            print(support);
        }
    }

    private ObjectNode document(Support support) {
        var entry = terms.json().object().put("rancher", support.rancher());
        entry.set("kubernetes", orNull(support.kubernetes()));
        entry.set("defaultKubernetes", orNull(support.defaultKubernetes()));
        entry.set("os", orNull(support.os()));
        entry.set("docker", orNull(support.docker()));
        entry.set("helm", orNull(support.helm()));
        entry.set("certManager", orNull(support.certManager()));
        var windows = entry.putObject("windows");
        windows.set("supported", orNull(support.windowsSupported()));
        windows.set("builds", orNull(support.windowsBuilds()));
        windows.set("networks", orNull(support.windowsNetworks()));
        windows.set("buildsUnsure", orNull(support.windowsBuildsUnsure()));
        windows.set("networksUnsure", orNull(support.windowsNetworksUnsure()));
        entry.set("join", orNull(support.join()));
        var clusters = entry.putArray("clusters");
        for (var cluster : support.clusters()) {
            clusters.addObject()
                    .put("distribution", Json.word(cluster.distribution()))
                    .put("known", cluster.support().known().isPresent());
        }
        entry.set("sources", terms.json().tree(support.sources()));
        return entry;
    }

    private JsonNode orNull(Reading<?> reading) {
        return switch (reading) {
            case Reading.Known<?>(var value) -> terms.json().tree(value);
            case Reading.Unknown<?> _ -> NullNode.getInstance();
        };
    }

    private void print(Support support) {
        var out = terms.console().out();
        out.println(terms.console().colour(Console.Paint.BOLD, "Rancher " + support.rancher()));
        var grid = new Grid(terms.console());
        grid.row("  " + terms.texts().of(CliWords.SUPPORT_CLUSTERS), List.of(clusters(support)));
        grid.row("  Kubernetes", List.of(said(support.kubernetes())));
        grid.row("  " + terms.texts().of(CliWords.SUPPORT_DEFAULT), List.of(said(support.defaultKubernetes())));
        grid.row("  " + terms.texts().of(CliWords.SUPPORT_OS), List.of(said(support.os())));
        grid.row("  Docker", List.of(docker(support)));
        grid.row("  Helm", List.of(said(support.helm())));
        grid.row("  cert-manager", List.of(said(support.certManager())));
        grid.row("  Windows", List.of(windows(support)));
        grid.row("  " + terms.texts().of(CliWords.SUPPORT_JOIN), List.of(said(support.join())));
        grid.row("  " + terms.texts().of(CliWords.SUPPORT_SOURCES), List.of(String.join("; ", support.sources())));
        grid.print();
        out.println();
    }

    private String clusters(Support support) {
        return support.clusters().isEmpty()
                ? terms.texts().of(CliWords.UNKNOWN)
                : support.clusters().stream()
                        .map(cluster -> Json.word(cluster.distribution())
                                + switch (cluster.support()) {
                                    case Reading.Known<?> _ -> "";
                                    case Reading.Unknown<?> _ ->
                                        " (" + terms.texts().of(CliWords.UNKNOWN) + ")";
                                })
                        .collect(Collectors.joining(", "));
    }

    private String docker(Support support) {
        return support.docker().equals(Reading.of(List.of()))
                ? terms.texts().of(CliWords.SUPPORT_NO_DOCKER)
                : said(support.docker());
    }

    private String windows(Support support) {
        return switch (support.windowsSupported()) {
            case Reading.Unknown<Boolean> _ -> terms.texts().of(CliWords.UNKNOWN);
            case Reading.Known<Boolean>(var supported) ->
                supported
                        ? terms.texts()
                                        .of(
                                                CliWords.SUPPORT_WINDOWS,
                                                said(support.windowsBuilds()),
                                                said(support.windowsNetworks()))
                                + unsure(support)
                        : terms.texts().of(CliWords.NO);
        };
    }

    private String unsure(Support support) {
        var things = Stream.concat(
                        support.windowsBuildsUnsure().known().stream()
                                .flatMap(List::stream)
                                .map(String::valueOf),
                        support.windowsNetworksUnsure().known().stream().flatMap(List::stream))
                .toList();
        return things.isEmpty() ? "" : "; " + terms.texts().of(CliWords.SUPPORT_UNSURE, things);
    }

    private String said(Reading<?> reading) {
        return switch (reading) {
            case Reading.Unknown<?> _ -> terms.texts().of(CliWords.UNKNOWN);
            case Reading.Known<?>(List<?> list) ->
                list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Reading.Known<?>(Enum<?> constant) -> Json.word(constant);
            case Reading.Known<?>(Object value) -> value.toString();
        };
    }
}

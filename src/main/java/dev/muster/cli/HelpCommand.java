package dev.muster.cli;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The reference: a command's usage, or one of the pages in `texts/topics/`.
@Command(name = "help")
final class HelpCommand implements Callable<Integer> {

    private static final List<String> TOPICS = List.of("exit-codes", "setup-file", "practice");

    private final Terms terms;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", arity = "0..1", paramLabel = "TOPIC")
    private String topic = "";

    HelpCommand(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Integer call() throws IOException {
        var root = spec.root().commandLine();
        if (topic.isEmpty()) {
            root.usage(terms.console().out());
            terms.console().out().println();
            terms.console().out().println(terms.texts().of(CliWords.HELP_TOPICS, TOPICS));
        } else if (TOPICS.contains(topic)) {
            terms.console().out().print(page());
        } else {
            command(root).usage(terms.console().out());
        }
        return Exit.DONE.code();
    }

    private CommandLine command(CommandLine root) {
        var command = root.getSubcommands().get(topic);
        if (command == null) {
            var known = Stream.concat(TOPICS.stream(), root.getSubcommands().keySet().stream())
                    .toList();
            throw new ProblemException(Problem.input(
                    Place.field("TOPIC", topic),
                    Text.of(CliWords.HELP_UNKNOWN, topic),
                    Text.of(CliWords.USAGE_WHY),
                    Text.of(CliWords.HELP_UNKNOWN_FIX, known)));
        }
        return command;
    }

    private String page() throws IOException {
        var language = terms.texts().language().name().toLowerCase(Locale.ROOT);
        var file = "/texts/topics/" + topic + "_" + language + ".txt";
        try (var stream = HelpCommand.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no such page: " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

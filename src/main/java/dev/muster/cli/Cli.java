package dev.muster.cli;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.cli.Terms.Form;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line as a function: arguments in, exit code out.
public final class Cli {

    /// Commands that write one JSON object a line.
    private static final Set<String> LIVE = Set.of("run", "resume", "practice");

    private final Console console;
    private final Map<String, String> environment;

    private final Outside outside;

    public static Cli ofProcess(Outside outside) {
        return new Cli(Console.ofProcess(), System.getenv(), outside);
    }

    Cli(Console console, Map<String, String> environment, Outside outside) {
        this.console = console;
        this.environment = environment;
        this.outside = outside;
    }

    /// Never throws: what goes wrong becomes words on stderr (with `--json` a document on stdout) and an exit
    /// code.
    public int run(String... arguments) {
        var texts = new Texts(language(arguments));
        var terms = new Terms(console, texts, environment, Path.of(System.getProperty("user.home", ".")), outside);
        var json = Arrays.asList(arguments).contains("--json");
        return commands(terms, json).execute(arguments);
    }

    static CommandLine commands(Terms terms, boolean json) {
        var commands = new CommandLine(new MusterCommand(terms), new Factory(terms));
        commands.setResourceBundle(HelpTexts.of(terms.texts().language()));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setOut(new PrintWriter(terms.console().out(), true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(terms.console().err(), true, StandardCharsets.UTF_8));
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(
                terms.console().colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        commands.setParameterExceptionHandler(
                (e, _) -> terms.end(json ? Form.DOCUMENT : Form.WORDS, List.of(usage(e))));
        commands.setExecutionExceptionHandler((e, command, _) -> ended(terms, form(command.getCommandName(), json), e));
        return commands;
    }

    private static Form form(String command, boolean json) {
        if (!json) {
            return Form.WORDS;
        }
        return LIVE.contains(command) ? Form.LINES : Form.DOCUMENT;
    }

    private static int ended(Terms terms, Form form, Exception e) {
        return switch (e) {
            case ProblemException problem -> terms.end(form, problem.problems());
            case InterruptedException _ -> Exit.CANCELLED.code();
            case Exception fault -> Fault.end(terms, form != Form.WORDS, fault);
        };
    }

    private static Problem usage(ParameterException e) {
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        var value = e instanceof UnmatchedArgumentException unmatched ? String.join(" ", unmatched.getUnmatched()) : "";
        return Problem.input(
                Place.field("", value),
                Text.of(CliWords.USAGE_SAID, String.valueOf(e.getMessage())),
                Text.of(CliWords.USAGE_WHY),
                Text.of(CliWords.USAGE_FIX, command + " --help"));
    }

    /// `--lang` counts, else the user's own language.
    private static Language language(String... arguments) {
        for (var i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
                return Language.of(Locale.forLanguageTag(arguments[i + 1]));
            }
            if (arguments[i].startsWith("--lang=")) {
                return Language.of(Locale.forLanguageTag(arguments[i].substring("--lang=".length())));
            }
        }
        return Language.of(Locale.getDefault());
    }
}

package dev.muster.cli;

import dev.muster.base.HostName;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.catalog.Catalog;
import dev.muster.flow.Home;
import dev.muster.flow.Workplace;
import dev.muster.setup.Setup;
import dev.muster.text.Language;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The root: the options that hold everywhere.
@Command(
        name = "muster",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = false,
        sortOptions = false,
        subcommands = {
            PracticeCommand.class,
            MatrixCommand.class,
            SupportCommand.class,
            CheckCommand.class,
            ScanCommand.class,
            PlanCommand.class,
            RunCommand.class,
            ResumeCommand.class,
            RunsCommand.class,
            LogCommand.class,
            ReportCommand.class,
            TrustCommand.class,
            ImportCommand.class,
            CatalogueCommand.class,
            SchemaCommand.class,
            VersionCommand.class,
            HelpCommand.class
        })
final class MusterCommand implements Callable<Integer> {

    private final Terms terms;

    @Option(names = "--json", scope = ScopeType.INHERIT)
    private boolean json;

    @Option(names = "--only", split = ",", paramLabel = "HOST", scope = ScopeType.INHERIT)
    private List<String> only = new ArrayList<>();

    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT)
    private Path home = Path.of("");

    @Option(names = "--trust-new", scope = ScopeType.INHERIT)
    private boolean trustNew;

    @Option(names = "--take-over", split = ",", paramLabel = "HOST", scope = ScopeType.INHERIT)
    private List<String> takeOver = new ArrayList<>();

    /// Here for the help; it was read before the commands were made.
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--lang", paramLabel = "en|zh", scope = ScopeType.INHERIT)
    private Language lang = Language.EN;

    /// The library acts on it by itself.
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    private boolean help;

    MusterCommand(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (terms.outside().openWizard(workplace(), terms.environment())) {
            return Exit.DONE.code();
        }
        throw new ProblemException(Problem.input(
                Place.NOWHERE,
                Text.of(CliWords.NO_DISPLAY),
                Text.of(CliWords.NO_DISPLAY_WHY),
                Text.of(CliWords.NO_DISPLAY_FIX)));
    }

    boolean json() {
        return json;
    }

    /// Says where a file was written.
    void written(Path file) {
        if (json) {
            terms.console()
                    .out()
                    .println(terms.json().document(terms.json().object().put("file", file.toString())));
        } else {
            terms.printer().say(CliWords.REPORT_WRITTEN, file.toString());
        }
    }

    boolean trustNew() {
        return trustNew;
    }

    Home home() {
        return home.toString().isEmpty()
                ? Home.of(terms.environment(), System.getProperty("os.name", ""), terms.userHome())
                : new Home(home);
    }

    Workplace workplace() {
        var place = Workplace.here(home(), terms.userHome());
        tellOld(place.catalog());
        return place;
    }

    /// The catalogue, with the newer files of the home folder.
    Catalog catalog() {
        var catalog = Catalog.with(home().catalogue());
        tellOld(catalog);
        return catalog;
    }

    /// Says which files of the catalogue are too old to be used, and whether all of it is.
    private void tellOld(Catalog catalog) {
        var today = LocalDate.now(ZoneId.systemDefault());
        if (catalog.isOld(today)) {
            terms.printer().say(CliWords.CATALOGUE_AGED, catalog.date().toString(), catalog.months(today));
        }
        for (var file : catalog.newer()) {
            if (!file.used()) {
                terms.console()
                        .err()
                        .println(terms.texts()
                                .of(
                                        CliWords.CATALOGUE_OLD,
                                        home().catalogue().resolve(file.file()).toString(),
                                        file.date().toString(),
                                        file.shipped().toString()));
            }
        }
    }

    /// The setup with the hosts of `--only`, or all.
    Setup only(Setup setup) {
        return only.isEmpty() ? setup : setup.only(hosts("--only", only, setup));
    }

    Set<HostName> takeOver(Setup setup) {
        return hosts("--take-over", takeOver, setup);
    }

    private static Set<HostName> hosts(String option, List<String> written, Setup setup) {
        var known = setup.hosts().stream().map(host -> host.name()).toList();
        var names = new LinkedHashSet<HostName>();
        var problems = new ArrayList<Problem>();
        for (var word : written) {
            var name = HostName.parse(word.strip()).filter(known::contains);
            if (name.isPresent()) {
                names.add(name.get());
            } else {
                problems.add(Problem.input(
                        Place.field(option, word),
                        Text.of(CliWords.UNKNOWN_HOST, word),
                        Text.of(CliWords.UNKNOWN_HOST_WHY, List.copyOf(known)),
                        Text.of(CliWords.UNKNOWN_HOST_FIX)));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return names;
    }
}

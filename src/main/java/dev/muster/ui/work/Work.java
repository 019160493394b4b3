package dev.muster.ui.work;

import dev.muster.assess.Assessment;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.plan.Plan;
import dev.muster.probe.Probed;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.Setup;
import dev.muster.ui.kit.Ages;
import dev.muster.ui.kit.Errands;
import dev.muster.ui.kit.UiWords;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// The one thing that is being worked on, from the first word typed to the plan. All pages read it; all of it is told
/// by one counter, [#changes], which rises after anything changed. Belongs to the window's thread.
public final class Work {

    private final Errands errands;
    private Desk desk;
    private final Clock clock;
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    private Origin origin = Origin.NEW;
    private Form form = Form.EMPTY;
    private DraftTrail trail = new DraftTrail("");
    private boolean begun;
    private boolean saved;
    private String command = "";
    private RegistrationReading registration = new RegistrationReading.Missing();
    private Understood understood = new Understood.NotYet();
    private Map<HostName, Probed> probed = Map.of();
    private Assessment assessment = new Assessment(List.of());
    private Network network = Network.UNTRIED;
    private Errands.Errand trying = () -> {};
    private Optional<Text> trouble = Optional.empty();
    private boolean judging;
    private int asked;

    public Work(Errands errands, Desk desk, Clock clock) {
        this.errands = errands;
        this.desk = desk;
        this.clock = clock;
    }

    /// Rises after every change.
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /// Calls after every change, for as long as the window lives.
    public void onChange(Runnable told) {
        changes.subscribe((_, _) -> told.run());
    }

    public Form form() {
        return form;
    }

    public String command() {
        return command;
    }

    public RegistrationReading registration() {
        return registration;
    }

    public Understood understood() {
        return understood;
    }

    public Optional<Setup> setup() {
        return understood instanceof Understood.Usable(var setup) ? Optional.of(setup) : Optional.empty();
    }

    /// The versions of Kubernetes that the Rancher of the form offers; empty when that isn't known.
    public List<String> kubernetesChoices() {
        return form.version().isEmpty() ? List.of() : desk.kubernetes(form.version());
    }

    public Imported importHosts(String text) {
        return desk.hosts(text);
    }

    public Assessment assessment() {
        return assessment;
    }

    /// Whether findings about the newest answers are being made.
    public boolean judging() {
        return judging;
    }

    /// How old the oldest answer is, in words.
    public Text age() {
        var now = clock.instant();
        return probed.values().stream()
                .map(Probed::at)
                .min(Comparator.naturalOrder())
                .map(oldest -> Ages.since(oldest, now))
                .orElse(UiWords.text(UiWords.NOTHING));
    }

    /// How old a host's answer is, in words; empty when it has given none.
    public Optional<Text> age(HostName host) {
        return Optional.ofNullable(probed.get(host)).map(answer -> Ages.since(answer.at(), clock.instant()));
    }

    /// When a host answered.
    public Optional<Instant> answered(HostName host) {
        return Optional.ofNullable(probed.get(host)).map(Probed::at);
    }

    public Map<HostName, Probed> probed() {
        return probed;
    }

    /// What is asked of the rooms; another one while practising.
    public Desk desk() {
        return desk;
    }

    public Origin origin() {
        return origin;
    }

    public boolean practising() {
        return origin.kind() == Origin.Kind.PRACTICE;
    }

    public boolean begun() {
        return begun;
    }

    /// File and whether it is saved, for the top bar.
    public Text fileSentence() {
        if (trouble.isPresent()) {
            return UiWords.text(UiWords.SAVE_TROUBLE, trouble.get());
        }
        if (!begun) {
            return UiWords.text(UiWords.FILE_NONE);
        }
        var name = fileName();
        if (practising()) {
            return UiWords.text(UiWords.FILE_PRACTICE, name);
        }
        if (saved) {
            return UiWords.text(UiWords.FILE_SAVED, name);
        }
        return UiWords.text(origin.kind() == Origin.Kind.FILE ? UiWords.FILE_CHANGED : UiWords.FILE_DRAFT, name);
    }

    public String fileName() {
        return origin.file()
                .map(file -> file.getFileName().toString())
                .orElse((form.name().isBlank() ? "setup" : form.name()) + ".muster.yaml");
    }

    /// Takes another thing to work on; everything that belonged to the one before goes.
    public void begin(Origin newOrigin, Form newForm, Desk newDesk) {
        desk = newDesk;
        origin = newOrigin;
        form = newForm;
        trail = new DraftTrail(newOrigin.kind() == Origin.Kind.DRAFT ? newForm.name() : "");
        begun = true;
        saved = newOrigin.kind() == Origin.Kind.FILE;
        command = "";
        registration = new RegistrationReading.Missing();
        probed = Map.of();
        trying.cancel();
        network = network.forgotten();
        assessment = new Assessment(List.of());
        understand();
    }

    /// Changes the form; what was typed is kept, faulty or not.
    public void edit(UnaryOperator<Form> change) {
        var changed = change.apply(form);
        if (changed.equals(form)) {
            return;
        }
        form = changed;
        begun = true;
        saved = false;
        understand();
        if (!practising()) {
            var by = desk;
            var from = origin;
            var draft = trail;
            draft.newest(changed);
            errands.send(() -> draft.write(by, from), _ -> {}, _ -> {});
        }
    }

    /// Takes a registration command as it was pasted. What it says of Rancher goes into the form, unless a file
    /// says it.
    public void paste(String newCommand) {
        command = newCommand;
        registration = newCommand.isBlank() ? new RegistrationReading.Missing() : desk.read(newCommand);
        if (registration instanceof RegistrationReading.Readable(var read)
                && (form.version().isEmpty() || origin.kind() == Origin.Kind.NEW)) {
            // the command of today names no version
            form = form.withRancher(read.bySystemAgent() ? form.version() : read.imageTag(), read.server());
        }
        begun = true;
        understand();
    }

    /// The setup is in this file now.
    public void saved(Path file, String text) {
        origin = Origin.file(file, text);
        saved = true;
        trouble = Optional.empty();
        rise();
    }

    /// A file couldn't be saved or read; the top bar says so.
    public void couldNotSave(Text why) {
        trouble = Optional.of(why);
        rise();
    }

    /// One host has answered.
    public void heard(Probed answer) {
        var more = new TreeMap<>(probed);
        more.put(answer.host().name(), answer);
        probed = more;
        assess();
    }

    /// What is known of the network between the hosts.
    public Network network() {
        return network;
    }

    /// Tries the network between the hosts that have answered, away from the window's thread; the findings follow
    /// when it is over. What was tried before goes.
    public void tryNetwork() {
        trying.cancel();
        var answers = probed;
        var by = desk;
        setup().filter(_ -> answers.values().stream().filter(Probed::reached).count() > 1)
                .ifPresent(setup -> {
                    network = network.begun();
                    var mine = network.round();
                    trying = errands.send(
                            () -> by.mesh(
                                    setup,
                                    answers,
                                    progress -> errands.post(() -> heard(mine, network.come(progress)))),
                            mesh -> {
                                heard(mine, network.ended(Reading.of(mesh)));
                                assess();
                            },
                            e -> heard(mine, network.ended(Reading.unknown(String.valueOf(e.getMessage())))));
                });
        rise();
    }

    private void heard(int round, Network news) {
        if (round == network.round()) {
            network = news;
            rise();
        }
    }

    /// A plan with all that it was made from.
    public Optional<Desk.Order> order(Plan plan) {
        return setup().map(setup -> new Desk.Order(origin, form, setup, registration, probed, plan));
    }

    /// Makes the plan of what is set up and answered now, away from the window's thread.
    ///
    /// @throws IllegalStateException when the form can't be used yet
    public Callable<Plan> planner() {
        var of = setup().orElseThrow(() -> new IllegalStateException("no setup to plan for"));
        var read = registration;
        var answers = probed;
        var mesh = network.mesh();
        var by = desk;
        return () -> by.plan(of, read, answers, mesh);
    }

    /// Whether a host was changed after it answered. The answer of a host that was taken out is of no matter.
    public boolean stale(Probed answer) {
        return setup().map(setup -> setup.host(answer.host().name())
                        .filter(host -> !host.equals(answer.host()))
                        .isPresent())
                .orElse(true);
    }

    private void understand() {
        rise();
        asked++;
        var mine = asked;
        var asking = form;
        var from = origin;
        var by = desk;
        errands.send(
                () -> by.understand(from, asking),
                answer -> {
                    if (mine == asked) {
                        understood = answer;
                        forgetWhoLeft();
                        assess();
                    }
                },
                _ -> {});
    }

    /// What hosts said that aren't in the setup any more.
    private void forgetWhoLeft() {
        setup().ifPresent(setup -> {
            var left = new TreeMap<>(probed);
            left.keySet().removeIf(name -> setup.host(name).isEmpty());
            probed = left;
        });
    }

    private void assess() {
        rise();
        if (!(understood instanceof Understood.Usable(var setup))) {
            return;
        }
        var mine = ++asked;
        var read = registration;
        var answers = probed;
        var mesh = network.mesh();
        judging = true;
        var by = desk;
        errands.send(
                () -> by.assess(setup, read, answers, mesh),
                answer -> {
                    if (mine == asked) {
                        assessment = answer;
                        judging = false;
                        rise();
                    }
                },
                _ -> {});
    }

    private void rise() {
        changes.set(changes.get() + 1);
    }
}

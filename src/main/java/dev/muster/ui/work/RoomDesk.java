package dev.muster.ui.work;

import dev.muster.assess.Assessment;
import dev.muster.assess.Situation;
import dev.muster.base.HostName;
import dev.muster.base.ProblemException;
import dev.muster.base.Reading;
import dev.muster.base.Redactor;
import dev.muster.catalog.Catalog;
import dev.muster.flow.Flow;
import dev.muster.flow.TrustQuestions;
import dev.muster.flow.Workplace;
import dev.muster.plan.Plan;
import dev.muster.probe.Probed;
import dev.muster.probe.mesh.Mesh;
import dev.muster.probe.mesh.MeshProber;
import dev.muster.remote.HostKey;
import dev.muster.report.RunReport;
import dev.muster.run.RunEvent;
import dev.muster.run.RunId;
import dev.muster.run.RunOptions;
import dev.muster.run.RunOptions.OnFailure;
import dev.muster.run.RunRecord;
import dev.muster.run.Running;
import dev.muster.setup.Acceptance;
import dev.muster.setup.Goal;
import dev.muster.setup.Host;
import dev.muster.setup.Limits;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.Setup;
import dev.muster.setup.file.Drafts;
import dev.muster.setup.file.SetupFile;
import dev.muster.setup.registration.RegistrationCommand;
import dev.muster.setup.secrets.Secrets;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The desk over the rooms as they are: one flow, opened with the first host that is asked.
public final class RoomDesk implements Desk {

    private final Workplace place;
    private final Secrets secrets;
    private final Path folder;
    private final Drafts drafts;
    private Optional<Flow> flow = Optional.empty();

    /// @param secrets whoever made it closes it
    /// @param folder  the user's own: what `~` means in a list, and what relative paths start from in a setup
    ///     that isn't a file yet
    public RoomDesk(Workplace place, Secrets secrets, Path folder) {
        this.place = place;
        this.secrets = secrets;
        this.folder = folder;
        drafts = new Drafts(place.home().drafts());
    }

    @Override
    public Understood understand(Origin origin, Form form) {
        var misnamed = Names.problems(form);
        if (!misnamed.isEmpty()) {
            return new Understood.Faulty(misnamed);
        }
        try {
            var text = FormText.of(form, origin.text());
            var setup = SetupFile.parse(text, name(origin, form), base(origin));
            return setup.goal() == Goal.JOIN
                    ? new Understood.Usable(setup)
                    : new Understood.Faulty(List.of(GoalHere.problem()));
        } catch (ProblemException e) {
            return new Understood.Faulty(e.problems());
        }
    }

    private static String name(Origin origin, Form form) {
        return origin.file().map(Path::toString).orElse(form.name() + ".muster.yaml");
    }

    private Path base(Origin origin) {
        return origin.file().map(file -> file.toAbsolutePath().getParent()).orElse(folder);
    }

    @Override
    public RegistrationReading read(String command) {
        return RegistrationCommand.read(command);
    }

    @Override
    public List<String> kubernetes(String rancherVersion) {
        return catalog()
                .rancher(rancherVersion)
                .known()
                .flatMap(known -> known.kubernetes().known())
                .orElse(List.of());
    }

    @Override
    public Imported hosts(String pasted) {
        return Imports.read(pasted, folder);
    }

    @Override
    public void probe(Setup setup, RegistrationReading registration, List<Host> hosts, Consumer<Probed> news)
            throws InterruptedException {
        var asking = open(setup.limits());
        hosts.forEach(asking::forget);
        asking.probe(setup, isAsked(setup) ? asking.registration(setup) : registration, hosts, news);
    }

    @Override
    public void forgetAnswers(List<Host> refusedBy) {
        for (var host : refusedBy) {
            var login = "logins." + host.login().name();
            List.of(".password", ".passphrase", ".sudo.password").forEach(what -> secrets.forget(login + what));
        }
    }

    @Override
    public TrustQuestions trustQuestions() {
        return open(Limits.DEFAULT).trustQuestions();
    }

    @Override
    public void confirm(List<HostKey> keys) {
        open(Limits.DEFAULT).confirm(keys);
    }

    @Override
    public void forget(HostKey key) {
        place.trust().forget(key);
    }

    @Override
    public Mesh mesh(Setup setup, Map<HostName, Probed> probed, MeshProber.Progress.News news)
            throws InterruptedException {
        return open(setup.limits()).mesh(setup, probed, news);
    }

    @Override
    public Assessment assess(
            Setup setup, RegistrationReading registration, Map<HostName, Probed> probed, Reading<Mesh> mesh) {
        return open(setup.limits()).assess(new Situation(setup, heard(setup, registration), probed, catalog(), mesh));
    }

    @Override
    public Plan plan(Setup setup, RegistrationReading registration, Map<HostName, Probed> probed, Reading<Mesh> mesh) {
        return open(setup.limits()).plan(new Situation(setup, heard(setup, registration), probed, catalog(), mesh));
    }

    /// Rancher itself says how hosts join; a command that was pasted beside it would join them elsewhere.
    private static boolean isAsked(Setup setup) {
        return setup.rancher().api() != null;
    }

    private RegistrationReading heard(Setup setup, RegistrationReading registration) {
        return isAsked(setup) ? open(setup.limits()).heard(setup) : registration;
    }

    @Override
    public Running run(Order order, Consumer<RunEvent> news) {
        var setup = order.setup();
        var situation = new Situation(setup, heard(setup, order.registration()), order.probed(), catalog());
        return open(order.setup().limits())
                .run(
                        situation,
                        order.plan(),
                        FormText.of(order.form(), order.origin().text()),
                        base(order.origin()),
                        RunOptions.DEFAULT.with(OnFailure.ASK),
                        news);
    }

    @Override
    public Running resume(RunRecord run, Set<HostName> takeOver, Consumer<RunEvent> news) {
        var setup = SetupFile.parse(run.setupText(), run.setup(), run.base());
        var options = RunOptions.DEFAULT.with(OnFailure.ASK).withTakeOver(takeOver);
        return open(setup.limits()).resume(run, setup, options, news);
    }

    @Override
    public LogText log(RunId run, Optional<HostName> host) {
        return new RunLog(place.runs().log(run, host.orElse(null), null));
    }

    @Override
    public RunRecord record(RunId run) {
        return place.runs().open(run);
    }

    @Override
    public String report(RunRecord run, List<Acceptance> accepted, Language language, RunReport.Format format) {
        return new RunReport(
                        place.runs(),
                        catalog().guidance(),
                        new Texts(language),
                        place.clock().getZone(),
                        new Redactor())
                .write(run, accepted, format);
    }

    @Override
    public boolean keep(Origin origin, Form form, String before) throws IOException {
        if (!form.name().matches("[A-Za-z0-9-]{1,63}")) {
            return false;
        }
        drafts.keep(form.name(), origin.path(), FormText.of(form, origin.text()));
        if (!before.isEmpty()) {
            drafts.forget(before);
        }
        return true;
    }

    private Catalog catalog() {
        return place.catalog();
    }

    private synchronized Flow open(Limits limits) {
        var opened = flow.orElseGet(() -> new Flow(place, secrets, limits));
        flow = Optional.of(opened);
        return opened;
    }

    @Override
    public synchronized void close() {
        flow.ifPresent(Flow::close);
        flow = Optional.empty();
    }
}

package dev.muster.ui.work;

import dev.muster.assess.Assessment;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.flow.TrustQuestions;
import dev.muster.plan.Plan;
import dev.muster.probe.Probed;
import dev.muster.probe.mesh.Mesh;
import dev.muster.probe.mesh.MeshProber;
import dev.muster.remote.HostKey;
import dev.muster.report.RunReport;
import dev.muster.run.RunEvent;
import dev.muster.run.RunId;
import dev.muster.run.RunRecord;
import dev.muster.run.Running;
import dev.muster.setup.Acceptance;
import dev.muster.setup.Host;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.Setup;
import dev.muster.text.Language;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What the window asks of the rooms behind it: the flow's verbs, and reading and keeping a setup. Each may take its
/// time, so it is called away from the window's thread; only [#read] and [#kubernetes] are quick.
public interface Desk extends AutoCloseable {

    /// What the setup file's reader makes of a form.
    Understood understand(Origin origin, Form form);

    RegistrationReading read(String command);

    /// The versions of Kubernetes that a Rancher offers; empty when that isn't known.
    List<String> kubernetes(String rancherVersion);

    /// Hosts as admins have them: a list, CSV, ranges, an SSH configuration.
    Imported hosts(String pasted);

    /// Asks these hosts; each answer is told as it comes, on that host's thread. Changes nothing.
    void probe(Setup setup, RegistrationReading registration, List<Host> hosts, Consumer<Probed> news)
            throws InterruptedException;

    /// Takes back the answers that these hosts refused: whoever typed them is asked again.
    void forgetAnswers(List<Host> refusedBy);

    TrustQuestions trustQuestions();

    void confirm(List<HostKey> keys);

    /// Forgets what was confirmed for an address, after its key changed on purpose.
    void forget(HostKey key);

    /// Tries the network between the hosts that have answered; how far it has come is told on any thread. Changes
    /// nothing.
    Mesh mesh(Setup setup, Map<HostName, Probed> probed, MeshProber.Progress.News news) throws InterruptedException;

    /// @param mesh unknown before the network was tried
    Assessment assess(Setup setup, RegistrationReading registration, Map<HostName, Probed> probed, Reading<Mesh> mesh);

    Plan plan(Setup setup, RegistrationReading registration, Map<HostName, Probed> probed, Reading<Mesh> mesh);

    Running run(Order order, Consumer<RunEvent> news);

    /// @param takeOver hosts whose lock is taken from the run that holds it
    Running resume(RunRecord run, Set<HostName> takeOver, Consumer<RunEvent> news);

    LogText log(RunId run, Optional<HostName> host);

    RunRecord record(RunId run);

    /// The report of a run as a file's text.
    String report(RunRecord run, List<Acceptance> accepted, Language language, RunReport.Format format);

    /// Keeps a draft, so that it is found again.
    ///
    /// @param before the name that it was kept under before; that one goes. Empty: none
    /// @return whether it was kept: a draft without a name isn't
    boolean keep(Origin origin, Form form, String before) throws IOException;

    /// Closes the lines to the hosts; steps that run go on there.
    @Override
    void close();

    /// A plan and all that it was made from.
    record Order(
            Origin origin,
            Form form,
            Setup setup,
            RegistrationReading registration,
            Map<HostName, Probed> probed,
            Plan plan) {

        public Order {
            probed = Map.copyOf(probed);
        }
    }
}

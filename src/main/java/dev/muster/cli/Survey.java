package dev.muster.cli;

import dev.muster.assess.Assessment;
import dev.muster.assess.Situation;
import dev.muster.base.HostName;
import dev.muster.base.ProblemException;
import dev.muster.base.Reading;
import dev.muster.flow.Flow;
import dev.muster.flow.TrustQuestions;
import dev.muster.probe.Probed;
import dev.muster.probe.Rung;
import dev.muster.probe.mesh.Mesh;
import dev.muster.probe.mesh.MeshProber;
import dev.muster.setup.Goal;
import dev.muster.setup.Host;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.Setup;
import java.util.Map;
import java.util.function.Supplier;

/// The way that `check`, `plan` and `run` share: ask the hosts, settle the trust in their keys, judge.
///
/// @param quiet no words about progress (`--json`)
record Survey(Terms terms, Flow flow, boolean trustNew, boolean quiet) {

    /// Of many hosts that have tried the network not each one is told.
    private static final int A_FEW = 10;

    /// What came of it.
    record Outcome(Situation situation, Assessment assessment) {}

    /// @throws ProblemException of kind `TRUST` when a host's key is unknown and nobody confirmed it, or has
    ///     changed
    Outcome of(Setup setup) throws InterruptedException {
        var probed = asked(setup, () -> flow.registration(setup));
        if (setup.goal() == Goal.CLEAN) {
            return judge(setup, probed, Reading.unknown("not tried"));
        }
        if (!quiet && setup.hosts().size() > 1) {
            terms.printer().say(CliWords.MESH_TRYING);
        }
        var mesh = flow.mesh(setup, probed, this::progress);
        return judge(setup, probed, Reading.of(mesh));
    }

    /// What the hosts say of themselves, without a word to Rancher.
    ///
    /// @throws ProblemException as [#of]
    Map<HostName, Probed> alone(Setup setup) throws InterruptedException {
        return asked(setup, RegistrationReading.Missing::new);
    }

    private Map<HostName, Probed> asked(Setup setup, Supplier<RegistrationReading> registration)
            throws InterruptedException {
        // a secret that can't be had is said before any host is asked
        var known = registration.get();
        if (!quiet) {
            terms.printer().say(CliWords.PROBING, setup.hosts().size());
        }
        var probed = flow.probe(setup, known, setup.hosts(), this::progress);
        var questions = flow.trustQuestions();
        // behind a bastion whose key was confirmed there may be another one, and the host
        while (questions.changed().isEmpty() && !questions.unknown().isEmpty() && confirmed(questions)) {
            flow.confirm(questions.unknown());
            if (!quiet) {
                questions
                        .unknown()
                        .forEach(key -> terms.printer()
                                .say(CliWords.KEY_TAKEN, key.address(), key.port(), key.type(), key.fingerprint()));
            }
            // Rancher's own certificate may have been among them
            probed = flow.probe(setup, registration.get(), setup.hosts(), this::progress);
            questions = flow.trustQuestions();
        }
        var problems = questions.problems();
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return probed;
    }

    private void progress(MeshProber.Progress progress) {
        if (!quiet && (progress.tried() % A_FEW == 0 || progress.tried() == progress.hosts())) {
            terms.printer().say(CliWords.MESH_TRIED, progress.tried(), progress.hosts());
        }
    }

    /// The same answers held against another setup.
    Outcome judge(Setup setup, Situation earlier) {
        return judge(setup, earlier.probed(), earlier.mesh());
    }

    private Outcome judge(Setup setup, Map<HostName, Probed> probed, Reading<Mesh> mesh) {
        var situation = flow.situation(setup, probed, mesh);
        return new Outcome(situation, flow.assess(situation));
    }

    private void broken(Host host, Rung rung) {
        if (rung.state() == Rung.State.FAILED) {
            terms.printer().say(CliWords.NOT_REACHED, host.name(), rung.said(), rung.why());
        }
    }

    private boolean confirmed(TrustQuestions questions) {
        if (trustNew) {
            return true;
        }
        if (!terms.console().terminal() || quiet) {
            return false;
        }
        terms.printer().problems(questions.problems());
        var answer = terms.console()
                .ask(terms.texts().of(CliWords.ASK_TRUST, questions.unknown().size()));
        return answer.map(String::strip).filter("yes"::equalsIgnoreCase).isPresent();
    }

    private void progress(Probed probed) {
        if (quiet) {
            return;
        }
        // keys that wait for a word are shown together, once everybody has answered
        probed.ladder().stream()
                .filter(rung -> rung.state() == Rung.State.FAILED || rung.state() == Rung.State.PENDING)
                .findFirst()
                .ifPresentOrElse(
                        rung -> broken(probed.host(), rung),
                        () -> terms.printer().say(CliWords.PROBED, probed.host().name()));
    }
}

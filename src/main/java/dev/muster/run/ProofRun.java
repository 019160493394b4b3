package dev.muster.run;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.plan.Proof;
import dev.muster.probe.Facts;
import dev.muster.probe.Leftover;
import dev.muster.probe.Prober;
import dev.muster.remote.LostException;
import dev.muster.setup.Host;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// One attempt at a [Proof]: scans the host anew and writes down the difference.
final class ProofRun implements Attempt {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Backstage backstage;
    private final Proof proof;
    private final Host host;
    private final int attempt;
    private final Instant began;
    private volatile boolean ended;

    /// @param began when this attempt was journalled: its time limit counts from there
    ProofRun(Backstage backstage, Proof proof, Host host, int attempt, Instant began) {
        this.backstage = backstage;
        this.proof = proof;
        this.host = host;
        this.attempt = attempt;
        this.began = began;
    }

    @Override
    public Proof step() {
        return proof;
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public Outcome carryOut() {
        try (var log = backstage.log(proof, attempt)) {
            var outcome = ended ? Outcome.of(StepState.CANCELLED, -1) : look(log);
            log.end();
            return outcome;
        } catch (InterruptedException e) {
            return Outcome.of(StepState.CANCELLED, -1);
        } catch (IOException e) {
            return Outcome.failed(-1, backstage.cannotWrite(proof, e));
        }
    }

    private Outcome look(StepLog log) throws IOException, InterruptedException {
        return switch (scan()) {
            case Reading.Unknown<List<Leftover>>(var why) -> {
                log.say("the host can't be looked at again: " + why);
                yield failed(Text.of(RunWords.PROOF_BLIND, host.name()), List.of(why));
            }
            case Reading.Known<List<Leftover>>(var found) -> judge(Difference.of(proof, found), log);
        };
    }

    private Outcome judge(Difference difference, StepLog log) throws IOException {
        log.say(difference.lines());
        if (!difference.unasked().isEmpty()) {
            return failed(Text.of(RunWords.PROOF_BLIND, host.name()), difference.unasked());
        }
        if (!difference.missing().isEmpty()) {
            return failed(Text.of(RunWords.PROOF_MISSING, host.name()), difference.missing());
        }
        var left = Stream.concat(difference.left().stream(), difference.fresh().stream())
                .toList();
        return left.isEmpty()
                ? Outcome.of(StepState.DONE, 0)
                : failed(Text.of(RunWords.PROOF_LEFT, host.name(), left.size()), left);
    }

    private Outcome failed(Text what, List<String> why) {
        return Outcome.failed(-1, problem(what, String.join("\n", why)));
    }

    /// When nothing of a cluster's is left and not everything could be asked, the scan itself is unknown.
    private Reading<List<Leftover>> scan() throws InterruptedException {
        var left = Duration.between(backstage.clock().instant(), began.plus(proof.timeout()));
        var patience = left.compareTo(PATIENCE) < 0 ? left : PATIENCE;
        return switch (backstage.connector().connect(host, patience, () -> ended)) {
            case Reached.Down(var problem) ->
                Reading.unknown(problem.what().key().name());
            case Reached.Up(var connection) -> {
                try {
                    yield switch (Prober.facts(connection)) {
                        case Reading.Unknown<Facts>(var why) -> Reading.unknown(why);
                        case Reading.Known<Facts>(var facts) -> facts.leftovers();
                    };
                } catch (LostException e) {
                    backstage.connector().drop(host);
                    yield Reading.unknown("the line was lost");
                }
            }
        };
    }

    private Problem problem(Text what, String why) {
        return new Problem(
                Problem.Kind.STEP,
                Place.field(proof.id().value(), ""),
                what,
                Text.of(RunWords.STEP_FAILED_WHY, why),
                Text.of(RunWords.PROOF_FIX, backstage.run().value(), proof.id().value()));
    }

    @Override
    public void end(Ending why) {
        ended = true;
    }

    @Override
    public void leave() {
        ended = true;
    }

    @Override
    public void clear() {
        // nothing of it is on the host
    }
}

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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
                yield Outcome.failed(-1, problem(Text.of(RunWords.PROOF_BLIND, host.name()), why));
            }
            case Reading.Known<List<Leftover>>(var found) -> judge(found, log);
        };
    }

    private Outcome judge(List<Leftover> found, StepLog log) throws IOException {
        var there = found.stream().map(Leftover::id).collect(Collectors.toCollection(LinkedHashSet::new));
        var left = proof.gone().stream().filter(there::contains).toList();
        var missing = proof.stays().stream().filter(id -> !there.contains(id)).toList();
        var unasked = found.stream()
                .filter(one -> one.kind() == Leftover.Kind.UNASKED)
                .map(Leftover::name)
                .toList();
        log.say(said(left, missing, unasked, there));
        if (!unasked.isEmpty()) {
            return Outcome.failed(-1, problem(Text.of(RunWords.PROOF_BLIND, host.name()), String.join("; ", unasked)));
        }
        if (!missing.isEmpty()) {
            return Outcome.failed(
                    -1, problem(Text.of(RunWords.PROOF_MISSING, host.name()), String.join("\n", missing)));
        }
        return left.isEmpty()
                ? Outcome.of(StepState.DONE, 0)
                : Outcome.failed(
                        -1, problem(Text.of(RunWords.PROOF_LEFT, host.name(), left.size()), String.join("\n", left)));
    }

    /// One line an item, and the sum.
    private String said(List<String> left, List<String> missing, List<String> unasked, Set<String> there) {
        var lines = new ArrayList<String>();
        proof.gone().stream().filter(id -> !there.contains(id)).forEach(id -> lines.add("gone: " + id));
        proof.stays().stream().filter(there::contains).forEach(id -> lines.add("stayed: " + id));
        left.forEach(id -> lines.add("left: " + id));
        missing.forEach(id -> lines.add("missing: " + id + ", which was to stay"));
        unasked.forEach(why -> lines.add("not looked at: " + why));
        var clean = left.isEmpty() && missing.isEmpty() && unasked.isEmpty();
        lines.add((clean ? "clean: " : "not clean: ") + (proof.gone().size() - left.size()) + " of "
                + proof.gone().size() + " things are gone, " + (proof.stays().size() - missing.size()) + " stayed");
        return String.join("\n", lines);
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

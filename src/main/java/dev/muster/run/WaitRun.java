package dev.muster.run;

import dev.muster.base.ProblemException;
import dev.muster.plan.Wait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One attempt at a [Wait]: writes down what Rancher says of the node until it is active.
final class WaitRun implements Attempt {

    private final Backstage backstage;
    private final Wait wait;
    private final int attempt;
    private final Instant began;
    private @Nullable Thread listener;
    private boolean ended;

    /// @param began when this attempt was journalled: its time limit counts from there
    WaitRun(Backstage backstage, Wait wait, int attempt, Instant began) {
        this.backstage = backstage;
        this.wait = wait;
        this.attempt = attempt;
        this.began = began;
    }

    @Override
    public Wait step() {
        return wait;
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public Outcome carryOut() {
        try (var log = backstage.log(wait, attempt)) {
            var said = next(null);
            var already = said.active();
            write(log, said);
            while (!said.active()) {
                said = next(said);
                write(log, said);
            }
            log.end();
            return Outcome.of(already ? StepState.ALREADY : StepState.DONE, 0);
        } catch (InterruptedException e) {
            return Outcome.of(StepState.CANCELLED, -1);
        } catch (ProblemException e) {
            return Outcome.failed(-1, e.problems().getFirst());
        } catch (IOException e) {
            return Outcome.failed(-1, backstage.cannotWrite(wait, e));
        }
    }

    /// Only in here an end interrupts: in the middle of a write it would close the file.
    private RancherSide.Said next(RancherSide.@Nullable Said before) throws InterruptedException {
        synchronized (this) {
            if (ended) {
                throw new InterruptedException("ended between two answers");
            }
            listener = Thread.currentThread();
        }
        try {
            var left = Duration.between(backstage.clock().instant(), began.plus(wait.timeout()));
            return backstage.rancher().next(wait, before, left.isNegative() ? Duration.ZERO : left);
        } finally {
            synchronized (this) {
                listener = null;
                if (ended) {
                    // it came when there was nothing left to wait for
                    Thread.interrupted();
                }
            }
        }
    }

    private static void write(StepLog log, RancherSide.Said said) throws IOException {
        var line = said.message().isEmpty() ? said.state() : said.state() + ": " + said.message();
        log.take(log.offset(), (line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void end(Ending why) {
        ended = true;
        if (listener != null) {
            listener.interrupt();
        }
    }

    @Override
    public void leave() {
        end(Ending.CANCELLED);
    }

    @Override
    public void clear() {
        // nothing of it is on the host
    }
}

package dev.muster.run;

import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.plan.Wait;
import dev.muster.remote.LostException;
import dev.muster.script.Script;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One attempt at a [Wait]: writes down what Rancher says of the node until it is active; of a node that doesn't
/// come, also what its agent said last, which known messages are looked for in.
final class WaitRun implements Attempt {

    /// For the agent's log, which is asked for when all else is over
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String LINES = "50";

    private final Backstage backstage;
    private final Wait wait;
    private final Host host;
    private final int attempt;
    private final Instant began;
    private @Nullable Thread listener;
    private boolean ended;

    /// @param began when this attempt was journalled: its time limit counts from there
    WaitRun(Backstage backstage, Wait wait, Host host, int attempt, Instant began) {
        this.backstage = backstage;
        this.wait = wait;
        this.host = host;
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
            try {
                var already = waited(log);
                log.end();
                return Outcome.of(already ? StepState.ALREADY : StepState.DONE, 0);
            } catch (ProblemException e) {
                var problem = e.problems().getFirst();
                if (problem.kind() == Problem.Kind.STEP) {
                    log.say(agentsLastLines());
                    log.end();
                }
                return Outcome.failed(-1, problem);
            }
        } catch (InterruptedException e) {
            return Outcome.of(StepState.CANCELLED, -1);
        } catch (IOException e) {
            return Outcome.failed(-1, backstage.cannotWrite(wait, e));
        }
    }

    /// @return whether the node was active at once
    private boolean waited(StepLog log) throws InterruptedException, IOException {
        var said = next(null);
        var already = said.active();
        log.say(shown(said));
        while (!said.active()) {
            said = next(said);
            log.say(shown(said));
        }
        return already;
    }

    private String agentsLastLines() throws InterruptedException {
        return switch (backstage.connector().connect(host, PATIENCE, this::isEnded)) {
            case Reached.Down(var problem) ->
                "the agent's log can't be read: " + problem.what().key().name();
            case Reached.Up(var connection) -> {
                try {
                    var file = host.os() == Os.WINDOWS ? "windows/agent-log.ps1" : "linux/agent-log.sh";
                    var script = Script.of(file).with("COUNT", LINES);
                    yield connection.run(script, PATIENCE).out().stripTrailing();
                } catch (LostException e) {
                    yield "the agent's log can't be read: the line was lost";
                }
            }
        };
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

    private synchronized boolean isEnded() {
        return ended;
    }

    private static String shown(RancherSide.Said said) {
        return said.message().isEmpty() ? said.state() : said.state() + ": " + said.message();
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

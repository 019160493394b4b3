package dev.muster.run;

import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.plan.ApiStep;
import java.io.IOException;

/// One attempt at an [ApiStep]: writes down what is sent, and what came of it.
final class ApiRun implements Attempt {

    private final Backstage backstage;
    private final ApiStep step;
    private final int attempt;
    private boolean sent;
    private boolean ended;

    ApiRun(Backstage backstage, ApiStep step, int attempt) {
        this.backstage = backstage;
        this.step = step;
        this.attempt = attempt;
    }

    @Override
    public ApiStep step() {
        return step;
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public Outcome carryOut() {
        if (!begins()) {
            return Outcome.notBegun(StepState.CANCELLED, null);
        }
        try (var log = backstage.log(step, attempt)) {
            for (var line : step.sends()) {
                log.say(line);
            }
            var made = backstage.rancher().make(step);
            log.say(made.already() ? "already so: " + made.what() : made.what());
            log.end();
            return Outcome.of(made.already() ? StepState.ALREADY : StepState.DONE, 0);
        } catch (InterruptedException e) {
            return Outcome.of(StepState.CANCELLED, -1);
        } catch (ProblemException e) {
            var problem = e.problems().getFirst();
            return problem.kind() == Problem.Kind.LOST ? Outcome.unknown(problem) : Outcome.failed(-1, problem);
        } catch (IOException e) {
            return Outcome.failed(-1, backstage.cannotWrite(step, e));
        }
    }

    private synchronized boolean begins() {
        sent = !ended;
        return sent;
    }

    /// A request that is under way is waited for: cut off, nobody would know what it made.
    @Override
    public synchronized void end(Ending why) {
        ended = true;
    }

    @Override
    public void leave() {
        end(Ending.CANCELLED);
    }

    @Override
    public void clear() {
        // nothing of it is on a host
    }
}

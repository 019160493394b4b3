package dev.muster.cli;

import dev.muster.plan.Plan;
import dev.muster.run.RunEnd;
import dev.muster.run.RunId;
import dev.muster.run.Running;

/// Waits for a run's end and says how it ended. While it waits, Ctrl-C cancels the run: the running steps are ended
/// on their hosts before the process goes.
///
/// @param goodbye what is still to be put away before the process is ended on Ctrl-C
record RunEnding(Terms terms, LiveRun live, boolean asJson, Plan plan, Runnable goodbye) {

    RunEnding(Terms terms, LiveRun live, boolean asJson, Plan plan) {
        this(terms, live, asJson, plan, () -> {});
    }

    Exit await(Running running) throws InterruptedException {
        var interrupt = new Thread(() -> cancel(running), "cancel on Ctrl-C");
        Runtime.getRuntime().addShutdownHook(interrupt);
        var end = running.await();
        forget(interrupt);
        return say(running.id(), end);
    }

    private void cancel(Running running) {
        terms.printer().say(CliWords.RUN_CANCELLING);
        running.cancel();
        try {
            say(running.id(), running.await());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        goodbye.run();
        // the shell must see 4, not the signal's own 130
        terms.outside().endNow(Exit.CANCELLED.code());
    }

    /// Once the process is going down the hook can't be taken back, and has its own way to the end.
    private static void forget(Thread interrupt) throws InterruptedException {
        try {
            Runtime.getRuntime().removeShutdownHook(interrupt);
        } catch (IllegalStateException e) {
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    private Exit say(RunId run, RunEnd end) {
        var exit = Exit.of(end);
        if (asJson) {
            var last = terms.json()
                    .object()
                    .put("type", "end")
                    .put("exit", exit.code())
                    .put("run", run.value());
            if (!live.problems().isEmpty()) {
                last.putArray("problems").addAll(terms.json().problems(live.problems()));
            }
            terms.console().out().println(terms.json().line(last));
            return exit;
        }
        terms.printer().problems(live.problems());
        terms.printer()
                .say(
                        switch (end) {
                            case DONE -> CliWords.RUN_DONE;
                            case FAILED -> CliWords.RUN_FAILED;
                            case CANCELLED -> CliWords.RUN_CANCELLED;
                            case LOST -> CliWords.RUN_LOST;
                            case LOCKED -> CliWords.RUN_LOCKED;
                            case TRUST -> CliWords.RUN_TRUST;
                        },
                        run.value());
        if (end == RunEnd.DONE) {
            terms.printer().say(whoSays());
        }
        return exit;
    }

    /// Whose word success is.
    private CliWords whoSays() {
        return switch (plan.goal()) {
            case CLEAN -> CliWords.RUN_PROVED;
            case JOIN -> plan.asksRancher() ? CliWords.RUN_RANCHER_SAID : CliWords.RUN_RANCHER_NOT_ASKED;
        };
    }
}

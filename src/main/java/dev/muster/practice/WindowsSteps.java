package dev.muster.practice;

import dev.muster.practice.windows.Sent;
import java.util.Map;
import java.util.Optional;

/// The steps of a plan, on a practice host that runs Windows.
final class WindowsSteps implements Jobs.Kind {

    /// ERROR_CANCELLED
    private static final int CANCELLED = 1223;

    private static final int NOT_KNOWN = 1;
    private static final int NOT_ASKED_FOR = 10;

    private final WindowsRuns runs;

    WindowsSteps(WindowsRuns runs) {
        this.runs = runs;
    }

    @Override
    public Optional<Assigned> read(String text) {
        return Sent.of(text).map(sent -> new Assigned(sent.name(), sent.values()));
    }

    @Override
    public int terminated() {
        return CANCELLED;
    }

    @Override
    public int run(Assigned step, Map<String, String> secrets, Job job) {
        if (!step.name().equals("reboot.ps1")) {
            job.say("practice host: I don't know the script " + step.name());
            return NOT_KNOWN;
        }
        var boot = step.value("BOOT");
        if (!boot.matches("[0-9]{1,19}")) {
            job.say("error: not a start's time: " + boot);
            return NOT_ASKED_FOR;
        }
        if (runs.hasRestartedSince(Long.parseLong(boot))) {
            job.say("restarted");
        } else {
            job.say("restarting");
            runs.restart();
        }
        return 0;
    }
}

package dev.muster.run;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.plan.PlanWords;
import dev.muster.plan.ScriptStep;
import dev.muster.plan.Step;
import dev.muster.plan.StepId;
import dev.muster.practice.windows.Sent;
import dev.muster.practice.windows.Voice;
import dev.muster.practice.windows.WindowsMachine;
import dev.muster.script.Script;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A Windows host that keeps jobs and a lock as the heads of the scripts promise it; a job outlives the shell that
/// began it, and prints [FaultTable#printed]. No Windows took part.
final class JobbingWindows implements WindowsMachine {

    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final AtomicInteger ran = new AtomicInteger();
    private String holder = "";

    /// A step that this host knows.
    static Step step(String host) {
        return new ScriptStep(
                StepId.of("join", new HostName(host)),
                new HostName(host),
                Text.of(PlanWords.STEP_JOIN, Text.of(PlanWords.PHASE_WORKERS), "x"),
                Script.of("test/step.ps1"),
                List.of(),
                Duration.ofMinutes(1),
                Text.of(PlanWords.UNDO_JOIN),
                false);
    }

    /// How many jobs were really begun.
    int timesRan() {
        return ran.get();
    }

    @Override
    public String computer() {
        return "WIN1";
    }

    @Override
    public String version() {
        return "10.0.17134";
    }

    @Override
    public int run(Sent script, Voice voice) throws InterruptedException {
        var id = script.value("RUN") + "/" + script.value("JOB");
        return switch (script.name()) {
            case "hello.ps1" ->
                said(voice, 0, "user WIN1\\ops\nelevated yes\nkernel Windows_NT 10.0.17134\nlanguage FullLanguage\n");
            case "lock.ps1" -> lock(script, voice);
            case "job-start.ps1" -> {
                jobs.computeIfAbsent(id, _ -> new Job()).begin();
                yield said(voice, 0, state(id));
            }
            case "job-look.ps1" -> said(voice, 0, state(id));
            case "job-follow.ps1" -> follow(id, Long.parseLong(script.value("OFFSET")), voice);
            case "job-clear.ps1" -> {
                jobs.remove(id);
                yield said(voice, 0, "");
            }
            default -> {
                voice.complain("I don't know the script " + script.name());
                yield 1;
            }
        };
    }

    private static int said(Voice voice, int status, String text) throws InterruptedException {
        voice.out(text.getBytes(StandardCharsets.UTF_8));
        return status;
    }

    private synchronized int lock(Sent script, Voice voice) throws InterruptedException {
        var who = script.value("HOLDER");
        var theirs = !holder.isEmpty()
                && !holder.lines().findFirst().equals(who.lines().findFirst());
        if (!theirs) {
            holder = script.value("ACT").equals("free") ? "" : who;
        }
        return said(voice, theirs ? 11 : 0, holder.isEmpty() ? "free\n" : "held\n" + holder + "\n");
    }

    private String state(String id) {
        var job = jobs.get(id);
        return (job == null ? "absent" : job.state()) + "\n";
    }

    private int follow(String id, long offset, Voice voice) throws InterruptedException {
        said(voice, 0, "beat\n");
        var job = jobs.get(id);
        var at = (int) offset;
        while (job != null) {
            var over = job.isOver();
            var piece = job.from(at);
            if (piece.length > 0) {
                at += piece.length;
                said(voice, 0, "data " + piece.length + "\n");
                voice.out(piece);
                said(voice, 0, "\n");
            } else if (over) {
                break;
            } else {
                Thread.sleep(20);
            }
        }
        return said(voice, 0, "state " + state(id));
    }

    private final class Job {
        private final ByteArrayOutputStream output = new ByteArrayOutputStream();
        private boolean begun;
        private boolean over;

        synchronized void begin() {
            if (!begun) {
                begun = true;
                ran.incrementAndGet();
                Thread.startVirtualThread(this::print);
            }
        }

        private void print() {
            var lines = FaultTable.printed();
            for (var number = 0; number < lines.size(); number++) {
                add(lines.get(number));
                if (number % 100 == 99) {
                    pause();
                }
            }
            synchronized (this) {
                over = true;
            }
        }

        private static void pause() {
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts a job", e);
            }
        }

        private synchronized void add(String line) {
            output.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        }

        synchronized boolean isOver() {
            return over;
        }

        synchronized byte[] from(int at) {
            return Arrays.copyOfRange(output.toByteArray(), at, output.size());
        }

        synchronized String state() {
            return (over ? "ended 0 " : "running ") + output.size();
        }
    }
}

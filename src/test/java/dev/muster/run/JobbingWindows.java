package dev.muster.run;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.plan.PlanWords;
import dev.muster.plan.ScriptStep;
import dev.muster.plan.Step;
import dev.muster.plan.StepId;
import dev.muster.practice.windows.Sent;
import dev.muster.practice.windows.Voice;
import dev.muster.practice.windows.Win1;
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
final class JobbingWindows implements Win1 {

    /// `job-follow.ps1` ends after so long, and is asked again
    private static final Duration FOLLOWED = Duration.ofSeconds(40);

    private static final int PIECE = 49_152;

    private final long flood;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final AtomicInteger ran = new AtomicInteger();
    private String holder = "";

    JobbingWindows() {
        this(0);
    }

    private JobbingWindows(long flood) {
        this.flood = flood;
    }

    /// One whose job prints a hostile line and then so many of [FloodTest#line], all at once.
    static JobbingWindows flooding(long lines) {
        return new JobbingWindows(lines);
    }

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
    public int run(Sent script, Voice voice) throws InterruptedException {
        var id = script.value("RUN") + "/" + script.value("JOB");
        return switch (script.name()) {
            case "hello.ps1" -> said(voice, 0, Win1.hello("ops") + "\n");
            case "lock.ps1" -> lock(script, voice);
            case "job-start.ps1" -> {
                jobs.computeIfAbsent(id, _ -> flood > 0 ? new Flood(flood) : new Printing())
                        .begin();
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
        var at = offset;
        var end = System.nanoTime() + FOLLOWED.toNanos();
        while (job != null) {
            if (System.nanoTime() > end) {
                return said(voice, 0, "more\n");
            }
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

    /// What the scripts ask of a job.
    private interface Job {
        void begin();

        boolean isOver();

        /// A piece of its output; empty: there is no more yet
        byte[] from(long at);

        String state();
    }

    /// Over as soon as it has begun; its output is made when it is read.
    private final class Flood implements Job {
        private static final int LINE = 128;
        private static final byte[] HOSTILE = hostile();
        private final long lines;
        private boolean begun;

        private Flood(long lines) {
            this.lines = lines;
        }

        private static byte[] hostile() {
            var line = ("\u001b[31mred\u001b]0;title\u0007 ?" + "x".repeat(105)).getBytes(StandardCharsets.US_ASCII);
            line = Arrays.copyOf(line, LINE);
            line[20] = (byte) 0xff;
            line[LINE - 1] = '\n';
            return line;
        }

        @Override
        public synchronized void begin() {
            if (!begun) {
                begun = true;
                ran.incrementAndGet();
            }
        }

        @Override
        public boolean isOver() {
            return true;
        }

        @Override
        public byte[] from(long at) {
            var piece = new ByteArrayOutputStream();
            for (var line = at / LINE; line <= lines && piece.size() < PIECE; line++) {
                var bytes = line == 0 ? HOSTILE : (FloodTest.line(line) + "\n").getBytes(StandardCharsets.US_ASCII);
                var from = (int) Math.max(0, at - line * LINE);
                piece.write(bytes, from, LINE - from);
            }
            return piece.toByteArray();
        }

        @Override
        public String state() {
            return "ended 0 " + (lines + 1) * LINE;
        }
    }

    private final class Printing implements Job {
        private final ByteArrayOutputStream output = new ByteArrayOutputStream();
        private boolean begun;
        private boolean over;

        @Override
        public synchronized void begin() {
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

        @Override
        public synchronized boolean isOver() {
            return over;
        }

        @Override
        public synchronized byte[] from(long at) {
            return Arrays.copyOfRange(output.toByteArray(), (int) at, output.size());
        }

        @Override
        public synchronized String state() {
            return (over ? "ended 0 " : "running ") + output.size();
        }
    }
}

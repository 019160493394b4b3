package dev.muster.practice;

import dev.muster.practice.rancher.PracticeRancher;
import dev.muster.practice.windows.Sent;
import dev.muster.practice.windows.Voice;
import dev.muster.practice.windows.WindowsMachine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The scripts that a practice host knows that runs Windows, and what each of them does there.
final class WindowsScripts implements WindowsMachine {

    private static final int NOT_KNOWN = 1;
    private static final int NOT_ASKED_FOR = 10;
    private static final long THINKING = 900;

    private final WindowsPersonality host;
    private final Pace pace;
    private final InstantSource clock;
    private final WindowsRuns runs;
    private final WindowsNode node;
    private final PracticeRancher rancher;
    private final Neighbourhood neighbours;
    private final Jobs jobs;
    private final Lock lock = new Lock();
    private final Map<String, String> begins = new ConcurrentHashMap<>();

    WindowsScripts(
            WindowsPersonality host,
            Pace pace,
            InstantSource clock,
            WindowsRuns runs,
            WindowsNode node,
            WindowsSteps steps,
            PracticeRancher rancher,
            Neighbourhood neighbours) {
        this.host = host;
        this.pace = pace;
        this.clock = clock;
        this.runs = runs;
        this.node = node;
        this.rancher = rancher;
        this.neighbours = neighbours;
        this.jobs = new Jobs(steps);
    }

    @Override
    public String computer() {
        return host.computer();
    }

    @Override
    public String version() {
        return host.version();
    }

    @Override
    public int run(Sent sent, Voice voice) throws IOException, InterruptedException {
        var script = new Assigned(sent.name(), sent.values());
        return switch (script.name()) {
            case "hello.ps1" -> told(voice, hello());
            case "probe.ps1" -> probe(script, voice);
            case "agent-log.ps1" -> told(voice, Said.done(agentsLog(script)));
            case "mesh-listen.ps1" -> told(voice, neighbours.listen(script, new Saying(voice)));
            case "mesh-try.ps1" -> {
                pace.pass(THINKING);
                yield told(voice, neighbours.tries(script));
            }
            case "lock.ps1" -> told(voice, lock.act(script.values()));
            case "job-start.ps1" -> {
                begins.putIfAbsent(name(script), now());
                yield told(voice, jobs.start(script, new ByteArrayInputStream(sent.input())));
            }
            case "job-look.ps1" -> told(voice, jobs.look(script));
            case "job-follow.ps1" -> told(voice, jobs.follow(script, new Saying(voice)));
            case "job-cancel.ps1" -> told(voice, jobs.cancel(script));
            case "job-clear.ps1" -> {
                begins.remove(name(script));
                yield told(voice, jobs.clear(script));
            }
            case "reboot-look.ps1" -> told(voice, Said.done(looked(script)));
            case "reboot.ps1" -> told(voice, restarted(script.value("BOOT")));
            default -> {
                voice.complain("practice host: I don't know the script " + script.name());
                yield NOT_KNOWN;
            }
        };
    }

    private static String name(Assigned script) {
        return script.value("RUN") + "/" + script.value("JOB");
    }

    private static int told(Voice voice, Said said) throws InterruptedException {
        voice.out(said.out().getBytes(StandardCharsets.UTF_8));
        for (var line : said.err().lines().toList()) {
            voice.complain(line);
        }
        return said.status();
    }

    private Said hello() {
        return Said.done("""
            sid S-1-5-21-1004336348-1177238915-682003330-500
            user %s\\Administrator
            elevated yes
            signed-in NTLM
            kernel Windows_NT %s.0
            powershell 5.1.%d.%d
            language FullLanguage
            """.formatted(computer(), version(), host.build(), host.revision()));
    }

    /// The clock is read and said first, before anything that takes time, as the script does it.
    private int probe(Assigned script, Voice voice) throws InterruptedException {
        var view = new View(script, rancher);
        var lines = new WindowsFactSheet(host, runs, node, view)
                .text(clock.instant())
                .split("(?<=\n)", 2);
        voice.out(lines[0].getBytes(StandardCharsets.UTF_8));
        pace.pass(THINKING);
        voice.out(lines[1].getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    private String agentsLog(Assigned script) {
        var lines = node.agentsWords(Integer.parseInt(script.value("COUNT")));
        return lines.isEmpty() ? "" : "--- events of " + node.service() + "\n" + String.join("\n", lines) + "\n";
    }

    private String looked(Assigned script) {
        return "then " + begins.getOrDefault(name(script), "-") + "\nnow " + now() + "\nready yes\n";
    }

    private Said restarted(String boot) {
        if (!boot.matches("[0-9]{1,19}")) {
            return Said.error(NOT_ASKED_FOR, "error: not a start's time: " + boot);
        }
        if (runs.hasRestartedSince(Long.parseLong(boot))) {
            return Said.done("restarted\n");
        }
        runs.restart();
        return Said.done("restarting\n");
    }

    /// The start of the host and the seconds since, as a job notes them when it begins.
    private String now() {
        return runs.fileTime() + " " + runs.uptime();
    }

    void stopAll() throws InterruptedException {
        jobs.stopAll();
    }

    /// Bytes to the voice, as they come.
    private static final class Saying extends OutputStream {
        private final Voice voice;

        Saying(Voice voice) {
            this.voice = voice;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                voice.out(Arrays.copyOfRange(bytes, from, from + length));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("nobody listens any more");
            }
        }
    }
}

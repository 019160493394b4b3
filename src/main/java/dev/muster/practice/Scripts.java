package dev.muster.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// The short scripts that a practice host knows, and what each of them does there.
final class Scripts {

    static final int NOT_KNOWN = 127;

    private static final int DENIED = 10;

    private final Machine machine;
    private final Pace pace;
    private final FactSheet facts;
    private final Jobs jobs;
    private final InstantSource clock;
    private final Neighbourhood neighbours;
    private final Lock lock = new Lock();
    private final Map<String, String> placed = new ConcurrentHashMap<>();
    private final AtomicInteger places = new AtomicInteger();

    Scripts(Machine machine, Pace pace, FactSheet facts, Jobs jobs, InstantSource clock, Neighbourhood neighbours) {
        this.machine = machine;
        this.pace = pace;
        this.facts = facts;
        this.jobs = jobs;
        this.clock = clock;
        this.neighbours = neighbours;
    }

    /// Who runs a script.
    enum As {
        ROOT,
        LOGIN
    }

    Said run(Assigned script, As who, InputStream input, OutputStream out) throws IOException, InterruptedException {
        return switch (script.name()) {
            case "hello.sh" -> hello(who);
            case "place.sh" -> place(input);
            case "place-undo.sh" -> {
                placed.remove(script.value("PLACED"));
                yield Said.done("");
            }
            default -> who == As.ROOT ? byRoot(script, input, out) : denied(script);
        };
    }

    private Said byRoot(Assigned script, InputStream input, OutputStream out) throws IOException, InterruptedException {
        return switch (script.name()) {
            case "probe.sh" -> probe(script, out);
            case "mesh-listen.sh" -> neighbours.listen(script, out);
            case "mesh-try.sh" -> {
                pace.pass(250L * machine.personality().slowness());
                yield neighbours.tries(script);
            }
            case "agent-log.sh" ->
                Said.done(machine.agentsWords(Integer.parseInt(script.value("COUNT"))).stream()
                        .map(line -> line + "\n")
                        .collect(Collectors.joining()));
            case "lock.sh" -> lock.act(script.values());
            case "job-start.sh" -> jobs.start(script, input);
            case "job-look.sh" -> jobs.look(script);
            case "job-follow.sh" -> jobs.follow(script, out);
            case "job-cancel.sh" -> jobs.cancel(script);
            case "job-clear.sh" -> jobs.clear(script);
            default -> Said.error(NOT_KNOWN, "practice host: I don't know the script " + script.name());
        };
    }

    private static Said denied(Assigned script) {
        return Said.error(DENIED, "practice host: " + script.name() + " needs root");
    }

    private static Said hello(As who) {
        return Said.done(who == As.ROOT ? "uid 0\nuser root\nkernel Linux\n" : "uid 1000\nuser ops\nkernel Linux\n");
    }

    /// The clock is read and said first, before anything that takes time, as the script does it.
    private Said probe(Assigned script, OutputStream out) throws IOException, InterruptedException {
        var text = facts.text(script, clock.instant());
        var second = text.indexOf('\n') + 1;
        out.write(text.substring(0, second).getBytes(StandardCharsets.US_ASCII));
        out.flush();
        pace.pass(250L * machine.personality().slowness());
        return Said.done(text.substring(second));
    }

    private Said place(InputStream input) throws IOException {
        var path = "/tmp/muster.P%05d/script".formatted(places.incrementAndGet());
        placed.put(path, new String(input.readAllBytes(), StandardCharsets.UTF_8));
        return Said.done(path + "\n");
    }

    /// What was placed there; it goes when it is taken.
    String take(String path) {
        var text = placed.remove(path);
        return text == null ? "" : text;
    }
}

package dev.muster.practice.windows;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// A shell that a client has made: variables, a code page, and its commands. It never gives a command's place back,
/// as real ones don't.
final class Shell {

    private final String id = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    private final Map<String, String> environment;
    private final int codePage;
    private final Duration idleLimit;
    private final Map<String, Running> commands = new ConcurrentHashMap<>();
    private volatile long used = System.nanoTime();

    Shell(Map<String, String> environment, int codePage, Duration idleLimit) {
        this.environment = Map.copyOf(environment);
        this.codePage = codePage;
        this.idleLimit = idleLimit;
    }

    String id() {
        return id;
    }

    Map<String, String> environment() {
        return environment;
    }

    int codePage() {
        return codePage;
    }

    Duration idleLimit() {
        return idleLimit;
    }

    void touch() {
        used = System.nanoTime();
    }

    boolean isIdle() {
        return System.nanoTime() - used > idleLimit.toNanos();
    }

    Running start(Program program) {
        var running = new Running(program, this);
        commands.put(running.id(), running);
        running.start();
        return running;
    }

    Optional<Running> command(String wanted) {
        return Optional.ofNullable(commands.get(wanted));
    }

    int operations() {
        return commands.size();
    }

    void terminate() {
        commands.values().forEach(Running::terminate);
    }
}

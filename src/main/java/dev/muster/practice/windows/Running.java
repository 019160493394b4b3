package dev.muster.practice.windows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/// One command of a shell, on a virtual thread of its own.
final class Running {

    /// STATUS_CONTROL_C_EXIT, as an unsigned number
    static final int STOPPED_BY_CONTROL_C = 0xC000013A;

    private static final int FAILED = 1;

    private final String id = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    private final Printed printed = new Printed();
    private final Typed typed = new Typed();
    private final Thread thread;

    Running(Program program, Shell shell) {
        var console = new Console(shell.environment(), shell.codePage(), typed, printed);
        this.thread = Thread.ofVirtual().name("practice command").unstarted(() -> printed.end(run(program, console)));
    }

    private int run(Program program, Console console) {
        try {
            return program.run(console);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return STOPPED_BY_CONTROL_C;
        } catch (IOException e) {
            return complain(String.valueOf(e.getMessage()));
        }
    }

    private int complain(String why) {
        try {
            printed.err((why + "\r\n").getBytes(StandardCharsets.US_ASCII));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return FAILED;
    }

    String id() {
        return id;
    }

    Printed printed() {
        return printed;
    }

    Typed typed() {
        return typed;
    }

    void start() {
        thread.start();
    }

    /// Ctrl+C: it ends, and its end can be received.
    void interrupt() {
        thread.interrupt();
    }

    /// It ends, and whoever waits for it hears that it is gone.
    void terminate() {
        printed.abandon();
        thread.interrupt();
    }
}

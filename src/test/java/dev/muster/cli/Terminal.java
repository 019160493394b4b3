package dev.muster.cli;

import dev.muster.flow.Workplace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs the command line in this process, with nobody at the terminal, and keeps what it said.
final class Terminal {

    /// No display; the process goes on.
    static final Outside NOWHERE = new Outside() {
        @Override
        public boolean openWizard(Workplace place, Map<String, String> environment) {
            return false;
        }

        @Override
        public void endNow(int code) {
            throw new IllegalStateException("a test ends by itself");
        }
    };

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    Terminal(Path home) {
        environment.put("MUSTER_HOME", home.toString());
    }

    Terminal with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    int run(String... arguments) {
        out.reset();
        err.reset();
        var console = new Console(stream(out), stream(err), false, false);
        return new Cli(console, environment, NOWHERE).run(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out());
    }

    List<JsonNode> jsonLines() {
        return out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }
}

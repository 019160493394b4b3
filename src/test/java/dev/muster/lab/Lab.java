package dev.muster.lab;

import dev.muster.remote.Opened;
import dev.muster.remote.SshReach;
import dev.muster.remote.Trust;
import dev.muster.setup.Host;
import dev.muster.setup.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The lab as its script tells of it: hosts on this machine, and stand-ins for Rancher. Made on first use when it
/// isn't up.
final class Lab {

    private static final Path SCRIPT = Path.of("src/test/lab/lab").toAbsolutePath();

    private final Map<String, String> settings;

    private Lab(Map<String, String> settings) {
        this.settings = settings;
    }

    static Lab open() {
        script(Duration.ofMinutes(6), "up", "1").orFail();
        return new Lab(script(Duration.ofSeconds(20), "env")
                .orFail()
                .out()
                .lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1])));
    }

    /// Hosts as just installed, with the agent's stand-in on them.
    List<LabHost> fresh(List<String> agentSettings, String... names) {
        call("fresh", names);
        var hosts = new ArrayList<LabHost>();
        for (var name : names) {
            var call = new ArrayList<>(List.of("agent", name));
            call.addAll(agentSettings);
            script(Duration.ofSeconds(60), call.toArray(String[]::new)).orFail();
            hosts.add(new LabHost(name, settings.get("NET") + "." + (10 + Integer.parseInt(name.substring(1)))));
        }
        return List.copyOf(hosts);
    }

    /// One verb of the script's.
    static Ended call(String verb, String... words) {
        var call = new ArrayList<>(List.of(verb));
        call.addAll(List.of(words));
        return script(Duration.ofMinutes(3), call.toArray(String[]::new)).orFail();
    }

    /// Begins with one verb of the script's and doesn't wait for its end.
    static Program begin(String... words) {
        return Program.start(commandLine(words), Map.of(), "");
    }

    /// A way to hosts whose keys are confirmed; whoever opens it closes it.
    ///
    /// @param folder for what is trusted
    static SshReach reach(Path folder, List<Host> hosts) throws InterruptedException {
        var trust = new Trust(folder, List.of());
        var reach = new SshReach(
                trust,
                (ref, field) -> {
                    throw new IllegalStateException(field + " isn't wanted: " + ref);
                },
                Limits.DEFAULT);
        for (var host : hosts) {
            if (reach.open(host) instanceof Opened.KeyUnknown unknown) {
                trust.confirm(unknown.offered());
            }
        }
        return reach;
    }

    Path key() {
        return Path.of(settings.get("KEY"));
    }

    String server() {
        return settings.get("SERVER");
    }

    String checksum() {
        return settings.get("CHECKSUM");
    }

    String token() {
        return settings.get("TOKEN");
    }

    /// What an admin would copy from Rancher's page.
    String registration() {
        return call("registration").out().strip();
    }

    /// The same with this token in it.
    String registration(String token) {
        return registration().replace(token(), token);
    }

    private static Ended script(Duration limit, String... words) {
        return Program.run(limit, commandLine(words));
    }

    private static List<String> commandLine(String... words) {
        var line = new ArrayList<>(List.of(SCRIPT.toString()));
        line.addAll(List.of(words));
        return line;
    }
}

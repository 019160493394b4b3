package dev.muster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The facts of 100 hosts, by Muster and by what admins use for that; 32 hosts at a time, all by the same key.
///
/// The hosts are this machine a hundred times (`src/bench/sshds`). `clush` and `xargs ssh` run Muster's own probe
/// script, so they do the same work; `ansible -m setup` gathers what it calls facts. By turns, median of [#ROUNDS].
/// Needs root and Debian's openssh-server, ansible-core, clustershell; a tool that isn't there has no row.
public final class Facts {
    private static final int HOSTS = 100;
    /// Five, or as many as the environment's `BENCH_ROUNDS` says
    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("BENCH_ROUNDS", "5"));
    private static final String KEX_HOST = "127.0.0.106";
    private static final Pattern KEX = Pattern.compile("kex: algorithm: (\\S+)");

    private final Path folder;

    private Facts(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var bench = new Facts(Files.createTempDirectory("muster-bench"));
        bench.run(List.of("src/bench/sshds/sshds.sh", "up", bench.folder + "/sshds"));
        try {
            bench.measure();
        } finally {
            bench.run(List.of("src/bench/sshds/sshds.sh", "down", bench.folder + "/sshds"));
        }
    }

    private void measure() throws IOException, InterruptedException {
        var hosts = IntStream.rangeClosed(1, HOSTS)
                .mapToObj(number -> "127.0.0." + number)
                .toList();
        var tools = tools(hosts, "all");
        var one = tools(List.of(KEX_HOST), "one");
        var times = new LinkedHashMap<String, List<Double>>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (var tool : tools.entrySet()) {
                var seconds = run(tool.getValue());
                if (tool.getKey().startsWith("muster")) {
                    allReached();
                }
                System.err.println(String.format(Locale.ROOT, "round %d: %s %.1f s", round, tool.getKey(), seconds));
                if (round > 0) { // the first one learns the host keys and warms the disk
                    times.computeIfAbsent(tool.getKey(), _ -> new ArrayList<>()).add(seconds);
                }
            }
        }
        System.out.println(
                "| facts of " + HOSTS + " hosts | median, s | lowest to highest, s | against Muster | key exchange |");
        System.out.println("| --- | --- | --- | --- | --- |");
        var muster = median(times.get("muster check"));
        for (var tool : times.entrySet()) {
            var sorted = tool.getValue().stream().sorted().toList();
            System.out.println(String.format(
                    Locale.ROOT,
                    "| `%s` | %.1f | %.1f to %.1f | %.2f | %s |",
                    tool.getKey(),
                    median(sorted),
                    sorted.getFirst(),
                    sorted.getLast(),
                    median(sorted) / muster,
                    keyExchange(one.get(tool.getKey()))));
        }
    }

    private Map<String, List<String>> tools(List<String> hosts, String name) throws IOException {
        var probe = Path.of("src/main/resources/scripts/linux/probe.sh").toAbsolutePath();
        var key = folder.resolve("sshds/key");
        var options =
                "-i " + key + " -p 2222 -o BatchMode=yes -o StrictHostKeyChecking=accept-new -o UserKnownHostsFile="
                        + folder.resolve("known_hosts");
        var list = Files.write(folder.resolve(name + ".hosts"), hosts);
        var inventory = Files.writeString(
                folder.resolve(name + ".ini"),
                "[all]\n" + String.join("\n", hosts)
                        + "\n[all:vars]\nansible_user=root\nansible_python_interpreter=/usr/bin/python3\n"
                        + "ansible_ssh_private_key_file=" + key + "\nansible_port=2222\nansible_ssh_common_args='-o "
                        + "StrictHostKeyChecking=accept-new -o UserKnownHostsFile="
                        + folder.resolve("known_hosts") + "'\n");
        var tools = new LinkedHashMap<String, List<String>>();
        tools.put(
                "muster check",
                List.of(
                        "target/muster/bin/muster",
                        "check",
                        setup(name, hosts, key).toString(),
                        "--json",
                        "--trust-new",
                        "--home",
                        folder.resolve("home").toString()));
        if (isHere("ansible")) {
            tools.put(
                    "ansible -m setup",
                    List.of("ansible", "-i", inventory.toString(), "-f", "32", "all", "-m", "setup"));
        }
        if (isHere("clush")) {
            tools.put(
                    "clush",
                    shell("clush -q -f 32 -l root -o '" + options + "' --hostfile " + list + " sh -s < " + probe));
        }
        if (isHere("ssh")) {
            tools.put(
                    "xargs ssh",
                    shell("xargs -P 32 -I {} sh -c 'ssh " + options + " root@{} sh -s < " + probe + "' < " + list));
        }
        return tools;
    }

    private Path setup(String name, List<String> hosts, Path key) throws IOException {
        var lines = IntStream.range(0, hosts.size())
                .mapToObj(index ->
                        "  - {name: h" + index + ", address: " + hosts.get(index) + ", port: 2222, roles: [worker]}")
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve(name + ".muster.yaml"), """
            muster: 1
            name: bench
            goal: join
            rancher: {version: v2.1.6, registration: {env: REGISTRATION}}
            defaults: {login: root}
            logins:
              root: {user: root, key: %s}
            limits: {parallel: 32}
            hosts:
            """.formatted(key) + lines + "\n");
    }

    private String keyExchange(List<String> command) throws IOException, InterruptedException {
        var log = folder.resolve("sshds/kex.log");
        Files.writeString(log, "");
        run(command);
        return KEX.matcher(Files.readString(log))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("not seen");
    }

    /// Seconds. Findings are no fault of the tool: `muster check` may end with 3.
    private double run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment()
                .put(
                        "REGISTRATION",
                        "sudo docker run -d --privileged --restart=unless-stopped --net=host -v"
                                + " /etc/kubernetes:/etc/kubernetes -v /var/run:/var/run rancher/rancher-agent:v2.1.6"
                                + " --server https://rancher.example.org --token " + "t".repeat(54) + " --worker");
        // its own sharing of connections goes on, but not from one round into the next
        builder.environment().put("ANSIBLE_SSH_ARGS", "-C -o ControlMaster=auto -o ControlPersist=5s");
        var start = System.nanoTime();
        var process = builder.start();
        var done = process.waitFor(5, TimeUnit.MINUTES);
        var seconds = (System.nanoTime() - start) / 1e9;
        if (!done || (process.exitValue() != 0 && process.exitValue() != 3)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " failed:\n" + Files.readString(folder.resolve("err")));
        }
        return seconds;
    }

    private void allReached() throws IOException {
        var reached = Pattern.compile("\"reached\" ?: ?true")
                .matcher(Files.readString(folder.resolve("out")))
                .results()
                .count();
        if (reached != HOSTS) {
            throw new IllegalStateException("only " + reached + " hosts were reached: the figure is worth nothing");
        }
    }

    private static List<String> shell(String line) {
        return List.of("sh", "-c", line);
    }

    private static boolean isHere(String tool) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}

package dev.muster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The facts of 100 hosts, by Muster and by what admins use for that; 32 hosts at a time, all by the same key.
///
/// The hosts are this machine a hundred times. `clush` and `xargs ssh` run Muster's own probe script, so they do the
/// same work; `ansible -m setup` gathers what it calls facts. Needs root and Debian's openssh-server, ansible-core,
/// clustershell; a tool that isn't there has no row.
public final class Facts {
    private static final String KEX_HOST = "127.0.0.106";
    private static final Pattern KEX = Pattern.compile("kex: algorithm: (\\S+)");
    private static final Pattern REACHED = Pattern.compile("\"reached\" ?: ?true");

    private final Sshds sshds;

    private Facts(Sshds sshds) {
        this.sshds = sshds;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var sshds = Sshds.up()) {
            new Facts(sshds).measure();
        }
    }

    private void measure() throws IOException, InterruptedException {
        var contest = contest(Sshds.addresses(), "all");
        var times = contest.times(Facts::allReached);
        var one = contest(List.of(KEX_HOST), "one");
        System.out.println("| facts of " + Sshds.HOSTS
                + " hosts | median, s | lowest to highest, s | against Muster | key exchange |");
        System.out.println("| --- | --- | --- | --- | --- |");
        var muster = times.get("muster check").median();
        for (var tool : times.entrySet()) {
            System.out.println(String.format(
                    Locale.ROOT,
                    "| `%s` | %.1f | %s | %.2f | %s |",
                    tool.getKey(),
                    tool.getValue().median(),
                    tool.getValue().range(),
                    tool.getValue().median() / muster,
                    keyExchange(one, tool.getKey())));
        }
    }

    private static void allReached(String tool, String out) {
        if (tool.startsWith("muster") && REACHED.matcher(out).results().count() != Sshds.HOSTS) {
            throw new IllegalStateException("not all hosts were reached: the figure is worth nothing");
        }
    }

    private Contest contest(List<String> addresses, String name) throws IOException {
        var probe = Path.of("src/main/resources/scripts/linux/probe.sh").toAbsolutePath();
        var list = sshds.list(name, addresses);
        var contest = new Contest(
                sshds.folder(),
                Map.of(
                        "REGISTRATION",
                        "sudo docker run -d --privileged --restart=unless-stopped --net=host -v"
                                + " /etc/kubernetes:/etc/kubernetes -v /var/run:/var/run rancher/rancher-agent:v2.1.6"
                                + " --server https://rancher.example.org --token " + "t".repeat(54) + " --worker"));
        contest.add(
                "muster check",
                List.of(
                        "target/muster/bin/muster",
                        "check",
                        setup(name, addresses).toString(),
                        "--json",
                        "--trust-new",
                        "--home",
                        sshds.folder().resolve("home").toString()));
        contest.add(
                "ansible -m setup",
                List.of("ansible", "-i", sshds.inventory(name, addresses).toString(), "all", "-m", "setup"));
        contest.add(
                "clush",
                "clush",
                "clush -q -f 32 -l root -o '" + sshds.options() + "' --hostfile " + list + " sh -s < " + probe);
        contest.add(
                "xargs ssh",
                "ssh",
                "xargs -P 32 -I {} sh -c 'ssh " + sshds.options() + " root@{} sh -s < " + probe + "' < " + list);
        return contest;
    }

    private Path setup(String name, List<String> hosts) throws IOException {
        var lines = IntStream.range(0, hosts.size())
                .mapToObj(index ->
                        "  - {name: h" + index + ", address: " + hosts.get(index) + ", port: 2222, roles: [worker]}")
                .collect(Collectors.joining("\n"));
        return Files.writeString(
                sshds.folder().resolve(name + ".muster.yaml"), """
                    muster: 1
                    name: bench
                    goal: join
                    rancher: {version: v2.1.6, registration: {env: REGISTRATION}}
                    defaults: {login: root}
                    logins:
                      root: {user: root, key: %s}
                    limits: {parallel: 32}
                    hosts:
                    """.formatted(sshds.key()) + lines + "\n");
    }

    private String keyExchange(Contest contest, String tool) throws IOException, InterruptedException {
        var log = sshds.folder().resolve("sshds/kex.log");
        Files.writeString(log, "");
        contest.run(contest.command(tool));
        return KEX.matcher(Files.readString(log))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("not seen");
    }
}

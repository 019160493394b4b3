package dev.muster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What a hundred hosts cost, 32 at a time: nothing at all, a second of their time, ten things one after the other.
/// Muster's way to hosts ([FleetOfMuster], a program of its own, its Java's start included, with and without a
/// start-up cache) beside what admins use. Needs root; openssh-server, and whichever of ansible, ansible-mitogen,
/// clustershell, pdsh, pssh are to have a row.
public final class Fleet {

    private static final String MUSTER = "Muster";

    private final Sshds sshds;
    private final Path jar;
    private final Path cache;

    private Fleet(Sshds sshds) {
        this.sshds = sshds;
        this.jar = sshds.folder().resolve("fleet.jar");
        this.cache = sshds.folder().resolve("fleet.aot");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var sshds = Sshds.up()) {
            new Fleet(sshds).measure();
        }
    }

    private void measure() throws IOException, InterruptedException {
        pack();
        System.out.println("| 100 hosts | by | median, s | lowest to highest, s | against Muster |");
        System.out.println("| --- | --- | --- | --- | --- |");
        row("`true`", contest("nothing", 1, "true"));
        row("`sleep 1`", contest("second", 1, "sleep 1"));
        row("`true`, ten times in sequence", contest("nothing", 10, "true"));
        row("10 MB up to each", uploads());
    }

    private void row(String what, Contest contest) throws IOException, InterruptedException {
        var seconds = contest.times((_, _) -> {});
        var muster = seconds.get(MUSTER).median();
        seconds.forEach((name, each) -> System.out.println(String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %s | %.2f |",
                what,
                name,
                each.median(),
                each.range(),
                each.median() / muster)));
    }

    private Contest contest(String script, int times, String command) throws IOException {
        var folder = sshds.folder();
        var list = sshds.list("all", Sshds.addresses());
        var inventory = sshds.inventory("all", Sshds.addresses());
        var playbook = Files.writeString(
                folder.resolve("play.yml"),
                "- hosts: all\n  gather_facts: false\n  tasks:\n" + ("  - raw: \"" + command + "\"\n").repeat(times));
        var contest = new Contest(folder, Map.of());
        contest.add(MUSTER, muster("-XX:AOTCache=" + cache, script, Integer.toString(times), list));
        contest.add("Muster without cache", muster("-Xshare:auto", script, Integer.toString(times), list));
        contest.add("ansible", List.of("ansible-playbook", "-i", inventory.toString(), playbook.toString()));
        if (Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/ansible_mitogen"))) {
            contest.add(
                    "ansible, mitogen",
                    "ansible-playbook",
                    "ANSIBLE_STRATEGY_PLUGINS=/usr/lib/python3/dist-packages/ansible_mitogen/plugins/strategy"
                            + " ANSIBLE_STRATEGY=mitogen_linear ansible-playbook -i " + inventory + " " + playbook);
        }
        contest.add(
                "clush",
                "clush",
                repeated(
                        times,
                        "clush -q -f 32 -l root -o '" + sshds.options() + "' --hostfile " + list + " " + command));
        contest.add(
                "pdsh",
                "pdsh",
                "export PDSH_SSH_ARGS_APPEND='" + sshds.options() + "'; "
                        + repeated(times, "pdsh -R ssh -f 32 -l root -w ^" + list + " " + command));
        contest.add(
                "pssh",
                "parallel-ssh",
                repeated(times, "parallel-ssh -p 32 -l root -x '" + sshds.options() + "' -h " + list + " " + command));
        contest.add(
                "xargs ssh",
                "ssh",
                repeated(times, "xargs -P 32 -I {} ssh -n " + sshds.options() + " root@{} " + command + " < " + list));
        return contest;
    }

    private static String repeated(int times, String line) {
        return "for i in $(seq " + times + "); do " + line + " || exit; done";
    }

    private List<String> muster(String cached, String what, String how, Path list) {
        return List.of(
                java(),
                cached,
                "-Xlog:disable",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                FleetOfMuster.class.getName(),
                sshds.folder().resolve("home").toString(),
                sshds.key().toString(),
                list.toString(),
                what,
                how);
    }

    /// Every tool empties its folder first. The hundred hosts are one machine: so that no host finds the file
    /// there already, Muster and ansible send each a file of its own; the others write one file a hundred times.
    private Contest uploads() throws IOException {
        var folder = sshds.folder();
        var list = sshds.list("all", Sshds.addresses());
        var inventory = sshds.inventory("all", Sshds.addresses());
        var files = Files.createDirectories(folder.resolve("files"));
        var bytes = new byte[10_000_000];
        for (var address : Sshds.addresses()) {
            new SecureRandom().nextBytes(bytes);
            Files.write(files.resolve(address), bytes);
        }
        var file = files.resolve(Sshds.addresses().getFirst());
        var up = Files.createDirectories(folder.resolve("up"));
        var empty = "find " + up + " -type f -delete; ";
        var contest = new Contest(folder, Map.of());
        contest.add(MUSTER, "sh", empty + String.join(" ", asLauncherRuns(files, up, list)));
        contest.add(
                "ansible",
                "ansible",
                empty + "ansible all -i " + inventory + " -m copy -a 'src=" + files + "/{{ inventory_hostname }} dest="
                        + up + "/{{ inventory_hostname }}'");
        contest.add(
                "clush",
                "clush",
                empty + "clush -q -f 32 -l root -o '" + sshds.options().replace("-p ", "-o Port=") + "' --hostfile "
                        + list + " --copy " + file + " --dest " + up + "/ten");
        contest.add(
                "pssh",
                "parallel-scp",
                empty + "parallel-scp -p 32 -l root -x '" + sshds.options().replace("-p ", "-o Port=") + "' -h " + list
                        + " " + file + " " + up + "/ten");
        contest.add(
                "xargs scp",
                "scp",
                empty + "xargs -P 32 -I {} scp -q " + sshds.options().replace("-p ", "-P ") + " " + file + " root@{}:"
                        + up + "/ten < " + list);
        return contest;
    }

    /// `bin/muster run` leaves the second compiler on: what it encrypts is worth it.
    private List<String> asLauncherRuns(Path files, Path up, Path list) {
        return muster("-XX:AOTCache=" + cache, files.toString(), up.toString(), list).stream()
                .filter(word -> !word.startsWith("-XX:Tiered"))
                .toList();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private String classPath() {
        return "target/muster/lib/muster.jar:" + jar;
    }

    /// The cache takes jars only, and learns from a run of its own.
    private void pack() throws IOException, InterruptedException {
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jar").toString(),
                "--create",
                "--file",
                jar.toString(),
                "-C",
                "target/test-classes",
                "dev/muster/bench",
                "-C",
                "target/test-classes",
                "scripts/bench"));
        var training = muster("-XX:AOTCacheOutput=" + cache, "nothing", "1", sshds.list("all", Sshds.addresses()));
        run(training);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).inheritIO().start();
        if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException(command + " failed");
        }
    }
}

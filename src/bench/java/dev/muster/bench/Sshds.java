package dev.muster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// A hundred hosts that are this machine (`src/bench/sshds`), and how the peers are told of them.
record Sshds(Path folder) implements AutoCloseable {

    static final int HOSTS = 100;

    static Sshds up() throws IOException {
        var sshds = new Sshds(Files.createTempDirectory("muster-bench"));
        sshds.recipe("up");
        return sshds;
    }

    static List<String> addresses() {
        return IntStream.rangeClosed(1, HOSTS)
                .mapToObj(number -> "127.0.0." + number)
                .toList();
    }

    Path key() {
        return folder.resolve("sshds/key");
    }

    /// For ssh and what calls it.
    String options() {
        return "-i " + key() + " -p 2222 -o BatchMode=yes -o LogLevel=ERROR -o StrictHostKeyChecking=accept-new"
                + " -o UserKnownHostsFile=" + folder.resolve("known_hosts");
    }

    /// @param name of the files that are written: a list of addresses, and ansible's inventory
    Path list(String name, List<String> addresses) throws IOException {
        return Files.write(folder.resolve(name + ".hosts"), addresses);
    }

    Path inventory(String name, List<String> addresses) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".ini"),
                "[all]\n" + String.join("\n", addresses)
                        + "\n[all:vars]\nansible_user=root\nansible_python_interpreter=/usr/bin/python3\n"
                        + "ansible_ssh_private_key_file=" + key() + "\nansible_port=2222\nansible_ssh_common_args='-o "
                        + "StrictHostKeyChecking=accept-new -o UserKnownHostsFile=" + folder.resolve("known_hosts")
                        + "'\n");
    }

    private void recipe(String act) throws IOException {
        var recipe = new ProcessBuilder("src/bench/sshds/sshds.sh", act, folder + "/sshds")
                .inheritIO()
                .start();
        if (recipe.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("the hundred hosts can't be brought " + act);
        }
    }

    @Override
    public void close() throws IOException {
        recipe("down");
    }
}

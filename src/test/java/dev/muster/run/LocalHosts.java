package dev.muster.run;

import dev.muster.base.HostName;
import dev.muster.base.Secret;
import dev.muster.base.Text;
import dev.muster.remote.Connection;
import dev.muster.remote.HostKey;
import dev.muster.remote.JobId;
import dev.muster.remote.JobState;
import dev.muster.remote.Jobs;
import dev.muster.remote.LostException;
import dev.muster.remote.Opened;
import dev.muster.remote.Output;
import dev.muster.remote.Reach;
import dev.muster.script.Script;
import dev.muster.setup.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/// Hosts that are folders of this machine: real shells, real processes, jobs that outlive the test's Muster. Only the
/// line is pretended, so that it can be cut anywhere. The real line is tested in `remote`, and in the lab.
final class LocalHosts implements Reach {

    private final Path scratch;
    final Set<HostName> down = ConcurrentHashMap.newKeySet();
    final Set<HostName> strangers = ConcurrentHashMap.newKeySet();

    /// How many bytes more a line carries from an offset on before it is cut; negative: it isn't.
    volatile LongUnaryOperator cut = _ -> -1;

    LocalHosts(Path scratch) {
        this.scratch = scratch;
    }

    Path root(String host) {
        return scratch.resolve(host);
    }

    @Override
    public Opened open(Host host) {
        if (down.contains(host.name())) {
            var why = Text.of(RunWords.STEP_NOT_BEGUN);
            return new Opened.Refused(Opened.Stage.TCP, host.address(), why, why, why);
        }
        if (strangers.contains(host.name())) {
            return new Opened.KeyUnknown(host.address(), new HostKey(host.address(), 22, "ssh-test", "SHA256:x", ""));
        }
        var key = new HostKey(host.address(), 22, "ssh-test", "SHA256:y", "");
        return new Opened.Ready(new Line(host.name()), host.address(), key, Text.of(RunWords.STEP_NOT_BEGUN));
    }

    @Override
    public void drop(Host host) {}

    /// Ends every job: no test leaves a process behind.
    @Override
    public void close() {
        if (!Files.exists(scratch)) {
            return;
        }
        try (var files = Files.walk(scratch)) {
            for (var pid : files.filter(file -> file.endsWith("pid")).toList()) {
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "kill -KILL -" + Files.readString(pid).strip())
                        .redirectErrorStream(true)
                        .start()
                        .waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The host has another start from now on.
    void restart(String host, String boot) throws IOException {
        boot(root(host), boot);
    }

    private static void boot(Path root, String boot) throws IOException {
        Files.createDirectories(bootId(root).getParent());
        Files.writeString(bootId(root), boot + "\n");
        Files.writeString(root.resolve("proc/uptime"), "17.42 60.00\n");
    }

    private static Path bootId(Path root) {
        return root.resolve("proc/sys/kernel/random/boot_id");
    }

    private final class Line implements Connection, Jobs {
        private final HostName host;
        private final Path root;

        private Line(HostName host) {
            this.host = host;
            this.root = root(host.value());
        }

        private void up() throws LostException {
            if (down.contains(host)) {
                throw new LostException(Text.of(RunWords.STEP_NOT_BEGUN));
            }
        }

        @Override
        public int read(Script script, Duration silence, Consumer<String> lines) {
            throw new AssertionError("nobody reads while it runs: " + script.file());
        }

        @Override
        public Output run(Script script, Duration limit) throws LostException {
            up();
            try {
                Files.createDirectories(root);
                startedOnce();
                var process = process(root, "sh", "-s").start();
                try (var in = process.getOutputStream()) {
                    in.write(script.text().getBytes(StandardCharsets.UTF_8));
                }
                var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Output(process.waitFor(), out, err, Instant.now(), Duration.ZERO);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new LostException(Text.of(RunWords.STEP_NOT_BEGUN));
            }
        }

        /// What the host's kernel says of its start, and a `reboot` that only notes that it was called.
        private void startedOnce() throws IOException {
            if (!Files.exists(root.resolve("proc"))) {
                boot(root, "b007-1");
                Files.createDirectories(root.resolve("bin"));
                var reboot = root.resolve("bin").resolve("reboot");
                Files.writeString(reboot, "#!/bin/sh\necho asked >>'" + root.resolve("reboots") + "'\n");
                Files.setPosixFilePermissions(reboot, PosixFilePermissions.fromString("rwx------"));
            }
        }

        private ProcessBuilder process(Path folder, String... words) {
            var builder = new ProcessBuilder(words).directory(folder.toFile());
            builder.environment().put("ROOT", root.toString());
            builder.environment().put("PROC", root.resolve("proc").toString());
            builder.environment().put("SYSTEMD", root.resolve("no-systemd").toString());
            builder.environment().put("DELAY", "0");
            builder.environment().put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
            builder.environment()
                    .put("MUSTER_SECRETS", folder.resolve("secrets").toString());
            return builder;
        }

        @Override
        public Jobs jobs() {
            return this;
        }

        private Path folder(JobId id) {
            return root.resolve("jobs").resolve(id.run()).resolve(id.folder());
        }

        @Override
        public JobState start(JobId id, Script script, Map<String, Secret> secrets) throws LostException {
            up();
            var folder = folder(id);
            try {
                if (Files.exists(folder)) {
                    return look(id);
                }
                Files.createDirectories(folder.resolve("secrets"));
                for (var secret : secrets.entrySet()) {
                    Files.writeString(
                            folder.resolve("secrets").resolve(secret.getKey()),
                            secret.getValue().revealString());
                }
                Files.writeString(folder.resolve("script"), script.text());
                startedOnce();
                var noted = Files.createDirectories(root.resolve(id.run()).resolve(id.folder()));
                Files.writeString(noted.resolve("group"), "1 1 1 " + Files.readString(bootId(root)));
                var run = "echo $$ >pid; sh script >output 2>&1; echo $? >exit.new; mv exit.new exit";
                process(folder, "setsid", "sh", "-c", run)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                while (!Files.exists(folder.resolve("output")) || Files.size(folder.resolve("pid")) == 0) {
                    Thread.onSpinWait();
                }
                return look(id);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public JobState look(JobId id) throws LostException {
            up();
            var folder = folder(id);
            try {
                if (!Files.exists(folder)) {
                    return new JobState.Absent();
                }
                var lives = lives(folder);
                if (Files.exists(folder.resolve("exit"))) {
                    var exit = Integer.parseInt(
                            Files.readString(folder.resolve("exit")).strip());
                    return new JobState.Ended(exit, Files.size(folder.resolve("output")));
                }
                var printed = Files.size(folder.resolve("output"));
                return lives ? new JobState.Running(printed) : new JobState.Vanished(printed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean lives(Path folder) throws IOException {
            var pid = Files.readString(folder.resolve("pid")).strip();
            return ProcessHandle.of(Long.parseLong(pid))
                    .map(ProcessHandle::isAlive)
                    .orElse(false);
        }

        @Override
        public JobState follow(JobId id, long offset, Sink sink) throws LostException, InterruptedException {
            var at = offset;
            var left = cut.applyAsLong(offset);
            while (true) {
                var state = look(id);
                var bytes = read(folder(id).resolve("output"), at);
                if (left >= 0 && bytes.length >= left) {
                    sink.take(at, Arrays.copyOf(bytes, (int) left));
                    throw new LostException(Text.of(RunWords.STEP_NOT_BEGUN));
                }
                if (bytes.length > 0) {
                    sink.take(at, bytes);
                    at += bytes.length;
                    left -= left < 0 ? 0 : bytes.length;
                } else if (!(state instanceof JobState.Running)) {
                    return state;
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }

        private byte[] read(Path output, long from) {
            try {
                var all = Files.readAllBytes(output);
                return Arrays.copyOfRange(all, (int) from, all.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public JobState cancel(JobId id) throws LostException {
            up();
            try {
                var folder = folder(id);
                if (!Files.exists(folder)) {
                    return new JobState.Absent();
                }
                var pid = Files.readString(folder.resolve("pid")).strip();
                new ProcessBuilder("sh", "-c", "kill -KILL -" + pid).start().waitFor();
                while (lives(folder)) {
                    Thread.onSpinWait();
                }
                return look(id);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new LostException(Text.of(RunWords.STEP_NOT_BEGUN));
            }
        }

        @Override
        public void clear(JobId id) throws LostException {
            up();
            try {
                new ProcessBuilder("rm", "-rf", folder(id).toString()).start().waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new LostException(Text.of(RunWords.STEP_NOT_BEGUN));
            }
        }

        @Override
        public void close() {}
    }
}

package dev.muster.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.muster.base.HostName;
import dev.muster.base.PrivateFiles;
import dev.muster.plan.Plan;
import dev.muster.plan.StepId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the things of one run lie: `setup.yaml`, `plan.json`, `journal.jsonl`, `hosts/HOST/STEP.log`.
record RunFolder(Path path) {

    /// Makes the folder of a new run with its setup and plan, whole and on the disk.
    static RunFolder create(Path runs, RunId id, String setupText, Plan plan) {
        var folder = new RunFolder(runs.resolve(id.value()));
        try {
            PrivateFiles.folder(folder.path);
            write(folder.setup(), setupText);
            write(folder.plan(), PlanCodec.write(plan));
            for (var host : plan.places()) {
                PrivateFiles.folder(folder.host(host));
            }
            sync(folder.path);
            sync(runs);
            return folder;
        } catch (IOException e) {
            throw Troubles.cannotWrite(folder.path, e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        try (var channel = PrivateFiles.open(file, CREATE_NEW, WRITE)) {
            var bytes = UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /// A folder's own entries survive a power cut only when the folder was forced too. Windows can't and needn't.
    private static void sync(Path folder) {
        try (var channel = FileChannel.open(folder)) {
            channel.force(true);
        } catch (IOException e) {
            // a system that doesn't open folders
        }
    }

    Path setup() {
        return path.resolve("setup.yaml");
    }

    Path plan() {
        return path.resolve("plan.json");
    }

    Path journal() {
        return path.resolve("journal.jsonl");
    }

    Path host(HostName host) {
        return path.resolve("hosts").resolve(host.value());
    }

    Path log(HostName host, StepId step) {
        return host(host).resolve(logName(host, step) + ".log");
    }

    Path index(HostName host, StepId step) {
        return host(host).resolve(logName(host, step) + ".index");
    }

    /// `join` for `join/lin1` on lin1; with its whole id where that names something else than the host.
    private static String logName(HostName host, StepId step) {
        return step.value().equals(step.kind() + "/" + host.value())
                ? step.kind()
                : step.value().replace('/', '.');
    }

    String readSetup() {
        try {
            return Files.readString(setup());
        } catch (IOException e) {
            throw Troubles.cannotRead(setup(), e);
        }
    }

    Plan readPlan() {
        try {
            return PlanCodec.read(Files.readString(plan()));
        } catch (IOException e) {
            throw Troubles.cannotRead(plan(), e);
        } catch (RuntimeException e) {
            throw Troubles.journalBroken(plan(), 0, e);
        }
    }
}

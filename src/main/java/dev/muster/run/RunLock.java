package dev.muster.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.muster.base.Place;
import dev.muster.base.PrivateFiles;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Keeps two Musters off one run. The system frees `lock` when the process ends, however it ends; `holder` beside it
/// says who it is.
///
/// Decided: two files. Because on POSIX systems a process that closes any channel to a locked file loses its lock on
/// it, so nobody may so much as read that file; costs a second file.
final class RunLock implements AutoCloseable {

    private final FileChannel channel;
    private final Path holder;

    private RunLock(FileChannel channel, Path holder) {
        this.channel = channel;
        this.holder = holder;
    }

    static RunLock take(Path folder, RunId run, Workstation me) {
        var holder = folder.resolve("holder");
        if (isHeld(folder)) {
            throw inUse(run, saysWho(holder));
        }
        var file = folder.resolve("lock");
        try {
            var channel = PrivateFiles.open(file, CREATE, WRITE);
            try {
                if (channel.tryLock() == null) {
                    channel.close();
                    throw inUse(run, saysWho(holder));
                }
            } catch (OverlappingFileLockException e) {
                throw inUse(run, saysWho(holder));
            }
            try (var who = PrivateFiles.open(holder, CREATE, WRITE, TRUNCATE_EXISTING)) {
                who.write(ByteBuffer.wrap(
                        (me.process() + " " + begin(me.process()) + " " + me.owner() + "@" + me.name() + "\n")
                                .getBytes(UTF_8)));
            }
            return new RunLock(channel, holder);
        } catch (IOException e) {
            throw Troubles.cannotWrite(file, e);
        }
    }

    /// Whether a process of this machine that lives carries the run out right now.
    static boolean isHeld(Path folder) {
        var words = saysWho(folder.resolve("holder")).split(" ", 3);
        return words.length == 3
                && words[0].matches("\\d{1,18}")
                && begin(Long.parseLong(words[0])).equals(words[1]);
    }

    /// A process id comes back one day; with the time of its begin it doesn't.
    private static String begin(long process) {
        return ProcessHandle.of(process)
                .map(handle ->
                        handle.info().startInstant().map(Object::toString).orElse("-"))
                .orElse("gone");
    }

    private static String saysWho(Path holder) {
        try {
            return Files.readString(holder).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static ProblemException inUse(RunId run, String holder) {
        return new ProblemException(new Problem(
                Problem.Kind.LOCKED,
                Place.field("run", run.value()),
                Text.of(RunWords.RUN_IN_USE, run.value(), holder),
                Text.of(RunWords.RUN_IN_USE_WHY),
                Text.of(RunWords.RUN_IN_USE_FIX)));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(holder);
            channel.close();
        } catch (IOException e) {
            throw Troubles.cannotWrite(holder, e);
        }
    }
}

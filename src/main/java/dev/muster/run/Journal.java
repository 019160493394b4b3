package dev.muster.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.muster.base.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `journal.jsonl`: what happened, one entry a line. An entry is on the disk when [#append] returns, before the next
/// thing happens. Safe for many threads.
final class Journal implements AutoCloseable {

    /// How bytes get to the disk; a test breaks it off half way.
    @FunctionalInterface
    interface Disk {
        Disk REAL = (channel, bytes) -> {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        };

        void write(FileChannel channel, ByteBuffer bytes) throws IOException;
    }

    /// @param entries all whole ones
    /// @param length  bytes up to the end of the last whole one: what comes after was torn by a crash
    record Content(List<Entry> entries, long length) {}

    private static final int FIRST_ENTRY = 8192;

    private final Path file;
    private final FileChannel channel;
    private final Disk disk;

    private Journal(Path file, FileChannel channel, Disk disk) {
        this.file = file;
        this.channel = channel;
        this.disk = disk;
    }

    /// Opens a journal, new or old, to go on after its last whole entry.
    static Journal open(Path file, Disk disk) {
        try {
            var length = Files.exists(file) ? read(file).length() : 0;
            var channel = PrivateFiles.open(file, CREATE, READ, WRITE);
            channel.truncate(length);
            channel.position(length);
            return new Journal(file, channel, disk);
        } catch (IOException e) {
            throw Troubles.cannotWrite(file, e);
        }
    }

    synchronized void append(Entry entry) {
        try {
            disk.write(channel, UTF_8.encode(JournalCodec.write(entry) + "\n"));
        } catch (IOException e) {
            throw Troubles.cannotWrite(file, e);
        }
    }

    /// Whether the first entry was written whole; before that nothing was done anywhere.
    static boolean hasBegun(Path file) {
        try (var lines = Files.newInputStream(file)) {
            return UTF_8.decode(ByteBuffer.wrap(lines.readNBytes(FIRST_ENTRY)))
                    .toString()
                    .contains("\n");
        } catch (IOException e) {
            return false;
        }
    }

    /// Reads a journal. Its last line may be torn, no other.
    static Content read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw Troubles.cannotRead(file, e);
        }
        var entries = new ArrayList<Entry>();
        var at = 0;
        while (at < bytes.length) {
            var end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            if (end == bytes.length) {
                break;
            }
            try {
                entries.add(JournalCodec.read(new String(Arrays.copyOfRange(bytes, at, end), UTF_8)));
            } catch (RuntimeException e) {
                // Whatever the JSON library or a record says against it: a line that a power cut left behind, if it is
                // the last one
                if (end == bytes.length - 1) {
                    break;
                }
                throw Troubles.journalBroken(file, entries.size() + 1, e);
            }
            at = end + 1;
        }
        return new Content(List.copyOf(entries), at);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Troubles.cannotWrite(file, e);
        }
    }
}

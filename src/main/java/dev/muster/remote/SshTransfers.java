package dev.muster.remote;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Sha256;
import dev.muster.base.Text;
import dev.muster.script.Script;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Transfers over SSH. Three scripts (`put-look.sh`, `put-add.sh`, `put-end.sh`) hold the part file and its place;
/// the bytes between the first and the last go by SFTP, or by the second.
final class SshTransfers implements Transfers {

    private static final int PIECE = 1024 * 1024;
    private static final int DAMAGED = 30;

    /// A slow disk may take its time over a gigabyte
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Pattern PART = Pattern.compile("part (/\\S+/[0-9a-f]{64}) (\\d+)");

    private final SshConnection connection;

    SshTransfers(SshConnection connection) {
        this.connection = connection;
    }

    /// A part file on the host.
    private record Part(String path, long size) {}

    @Override
    public Put put(Path file, String to, String mode, Progress progress) throws LostException, InterruptedException {
        try (var bytes = FileChannel.open(file)) {
            var hash = hash(bytes);
            var whole = new Whole(bytes, bytes.size(), hash, to, mode, progress);
            var done = once(whole);
            // bytes that were there before and are wrong were taken away: a second go sends all of them
            return done.isPresent() ? done.get() : once(whole).orElseThrow(() -> refused(to, "damaged twice"));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private record Whole(FileChannel bytes, long size, String hash, String to, String mode, Progress progress) {

        Script script(String name) {
            return Script.of("linux/" + name).with("TO", to).with("HASH", hash).with("MODE", mode);
        }

        void at(long there) {
            progress.told(there, size);
        }
    }

    /// @return empty: the bytes that came aren't the ones that were sent
    private Optional<Put> once(Whole whole) throws LostException, InterruptedException, IOException {
        var part = look(whole);
        if (part == null) {
            whole.at(whole.size());
            return Optional.of(new Put(Way.NONE, whole.size(), 0, whole.hash()));
        }
        var from = Math.min(part.size(), whole.size());
        whole.at(from);
        var way = from == whole.size() ? Way.NONE : send(whole, part, from);
        var output = connection.run(whole.script("put-end.sh").with("PART", part.path()), LONGEST);
        if (output.exit() == DAMAGED) {
            return Optional.empty();
        }
        if (output.exit() != 0) {
            throw refused(whole.to(), output.err());
        }
        return Optional.of(new Put(way, from, whole.size() - from, whole.hash()));
    }

    /// @return null: the host has the file already
    private @Nullable Part look(Whole whole) throws LostException {
        var output = connection.run(whole.script("put-look.sh"), LONGEST);
        var said = output.out().strip();
        if (output.exit() == 0 && said.equals("same")) {
            return null;
        }
        var matcher = PART.matcher(said);
        if (output.exit() != 0 || !matcher.matches()) {
            throw refused(whole.to(), output.err() + "\n" + said);
        }
        return new Part(matcher.group(1), Long.parseLong(matcher.group(2)));
    }

    private Way send(Whole whole, Part part, long from) throws LostException, InterruptedException, IOException {
        try (var sftp = connection.sftp(part.path(), from)) {
            for (var at = from; at < whole.size(); ) {
                var piece = piece(whole.bytes(), at);
                sftp.write(piece);
                at += piece.length;
                whole.at(at);
            }
            sftp.end();
            return Way.SFTP;
        } catch (Sftp.Unusable e) {
            return byScript(whole, part);
        }
    }

    private Way byScript(Whole whole, Part known) throws LostException, IOException {
        var part = look(whole);
        var at = part == null ? whole.size() : part.size();
        while (at < whole.size()) {
            var piece = piece(whole.bytes(), at);
            var script =
                    Script.of("linux/put-add.sh").with("PART", known.path()).with("OFFSET", String.valueOf(at));
            var sent = piece.length;
            var output = connection.run(script, piece, LONGEST);
            if (output.exit() != 0) {
                throw refused(whole.to(), output.err());
            }
            at += sent;
            whole.at(at);
        }
        return Way.SHELL;
    }

    private static byte[] piece(FileChannel bytes, long at) throws IOException {
        var piece = ByteBuffer.allocate(Math.toIntExact(Math.min(PIECE, bytes.size() - at)));
        while (piece.hasRemaining()) {
            if (bytes.read(piece, at + piece.position()) < 0) {
                throw new IOException("it became shorter while it was read");
            }
        }
        return piece.array();
    }

    private static String hash(FileChannel bytes) throws IOException {
        var digest = Sha256.digest();
        for (var at = 0L; at < bytes.size(); ) {
            var piece = piece(bytes, at);
            digest.update(piece);
            at += piece.length;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private ProblemException refused(String to, String said) {
        return problem(RemoteWords.PUT_REFUSED, connection.address(), to, Said.clean(said));
    }

    private static ProblemException unreadable(Path file, IOException e) {
        return problem(RemoteWords.PUT_UNREADABLE, file.toString(), Said.clean(String.valueOf(e.getMessage())));
    }

    private static ProblemException problem(RemoteWords words, Object... arguments) {
        return new ProblemException(new Problem(
                Problem.Kind.STEP,
                Place.field(String.valueOf(arguments[0]), ""),
                Text.of(words, arguments),
                Text.of(RemoteWords.valueOf(words.name() + "_WHY"), arguments),
                Text.of(RemoteWords.valueOf(words.name() + "_FIX"), arguments)));
    }
}

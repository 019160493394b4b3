package dev.muster.remote;

import dev.muster.base.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Takes a job's output out of what `job-follow.sh` prints, and hands it on as it comes, each byte once.
final class FollowReader {

    private static final int LONGEST_HEADER = 100;

    private final Jobs.Sink sink;
    private final String address;
    private final StringBuilder header = new StringBuilder();
    private long offset;
    private long left;
    private boolean closing;
    private boolean more;
    private @Nullable LostException failure;
    private @Nullable JobState state;

    FollowReader(long offset, Jobs.Sink sink, String address) {
        this.offset = offset;
        this.sink = sink;
        this.address = address;
    }

    void take(byte[] bytes) throws LostException {
        var at = 0;
        while (at < bytes.length) {
            if (left > 0) {
                var length = (int) Math.min(left, bytes.length - at);
                sink.take(offset, Arrays.copyOfRange(bytes, at, at + length));
                offset += length;
                left -= length;
                at += length;
                closing = left == 0;
            } else {
                next((char) (bytes[at++] & 0xff));
            }
        }
    }

    private void next(char character) throws LostException {
        if (closing) {
            closing = false;
            if (character != '\n') {
                throw garbled();
            }
        } else if (character == '\n') {
            read(header.toString());
            header.setLength(0);
        } else if (header.append(character).length() > LONGEST_HEADER) {
            throw garbled();
        }
    }

    private void read(String line) throws LostException {
        if (line.matches("data [1-9]\\d{0,9}")) {
            left = Long.parseLong(line.substring("data ".length()));
        } else if (line.startsWith("state ")) {
            state = StateLine.read(line.substring("state ".length()));
        } else if (line.equals("more")) {
            more = true;
        } else if (!line.equals("beat")) {
            throw garbled();
        }
    }

    /// [#take] for those who can't be stopped in the middle: [#check] says what was wrong.
    void takeAll(byte[] bytes) {
        try {
            if (failure == null) {
                take(bytes);
            }
        } catch (LostException e) {
            failure = e;
        }
    }

    void check() throws LostException {
        if (failure != null) {
            throw failure;
        }
    }

    /// Whether it ended before the job did: reading goes on at [#offset].
    boolean isMore() {
        return more && left == 0 && !closing;
    }

    long offset() {
        return offset;
    }

    /// How the job ended.
    JobState state() throws LostException {
        if (state == null || left > 0) {
            throw garbled();
        }
        return state;
    }

    private LostException garbled() {
        var seen =
                Said.clean(new String(header.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        return new LostException(Text.of(RemoteWords.LOST, address, Text.of(RemoteWords.GARBLED, seen)));
    }
}

package dev.muster.remote;

import dev.muster.base.Text;
import dev.muster.remote.windows.Clixml;
import dev.muster.remote.windows.FrameLines;
import dev.muster.remote.windows.Loader;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One script that the loader runs: takes both outputs of the process as they come, hands on what the script printed,
/// and says at the end what became of it.
final class Loaded {

    private static final int MOST_ASIDE = 256 * 1024;

    private final Consumer<byte[]> err;
    private final FrameLines frame;
    private final Said noise = new Said();
    private final StringBuilder aside = new StringBuilder();
    private @Nullable OptionalInt status;

    /// @param out gets what the script printed
    /// @param err gets warnings and errors; at the end also those that PowerShell told by itself
    Loaded(String mark, Consumer<byte[]> out, Consumer<byte[]> err) {
        this.err = err;
        this.frame = new FrameLines(mark, new FrameLines.Parts() {
            @Override
            public void noise(String line) {
                var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
                noise.add(bytes, 0, bytes.length);
            }

            @Override
            public void begun() {
                // what was said before is a greeting
            }

            @Override
            public void out(byte[] bytes) {
                out.accept(bytes);
            }

            @Override
            public void err(byte[] bytes) {
                err.accept(bytes);
            }

            @Override
            public void ended(OptionalInt found) {
                status = found;
            }
        });
    }

    void out(byte[] bytes) {
        frame.take(bytes, 0, bytes.length);
    }

    void err(byte[] bytes) {
        if (aside.length() < MOST_ASIDE) {
            aside.append(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /// Both outputs have ended.
    ///
    /// @param exit of the process
    /// @throws LostException when the script hasn't come to its own end
    int ended(int exit, String address) throws LostException {
        frame.end();
        var told = Clixml.text(aside.toString());
        var found = status;
        if (found == null) {
            var said = Said.clean(told + "\n" + noise.raw());
            throw new LostException(
                    frame.hasBegun()
                            ? Text.of(RemoteWords.LOADER_CUT, address, Integer.toString(exit), said)
                            : Text.of(RemoteWords.LOADER_DEAF, address, Integer.toString(exit), said));
        }
        if (!told.isBlank()) {
            err.accept(told.getBytes(StandardCharsets.UTF_8));
        }
        var meant = found.orElse(exit);
        if (meant == Loader.DAMAGED) {
            throw new LostException(Text.of(RemoteWords.LOADER_DAMAGED, address));
        }
        return meant;
    }
}

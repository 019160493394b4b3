package dev.muster.ui.start;

import dev.muster.base.Text;
import dev.muster.ui.kit.Sign;
import java.nio.file.Path;
import java.util.Optional;

/// Something that was begun earlier and can be gone on with.
///
/// @param id   of its row: the draft's file name or the run's id
/// @param name as it was given
/// @param line what it is, how far it got, when
/// @param run  whether it is a run that was cut off; else a setup
public record Earlier(String id, String name, Sign sign, Text line, boolean run, String path) {

    public Optional<Path> file() {
        return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
    }
}

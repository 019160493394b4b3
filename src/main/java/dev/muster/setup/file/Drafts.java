package dev.muster.setup.file;

import dev.muster.base.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What was entered and not yet saved, found again another day. A draft is a setup file's text with a first line that
/// says what it is a draft of. It holds references to secrets at most: a pasted command isn't in it.
public final class Drafts {

    /// @param id   what it is found by: letters, digits and dashes
    /// @param of   the file that it is a draft of; empty when it was never saved
    /// @param text as [SetupText] made it
    /// @param at   when it was kept
    public record Draft(String id, String of, String text, Instant at) {}

    private static final String LEAD = "# draft of: ";
    private static final String ENDING = ".muster.yaml";
    private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,80}");

    private final Path folder;

    /// @param folder made when the first draft is kept
    public Drafts(Path folder) {
        this.folder = folder;
    }

    /// Keeps a draft; an earlier one of the same id goes.
    ///
    /// @param id any text: the setup's name as it was typed
    public void keep(String id, String of, String text) throws IOException {
        PrivateFiles.write(file(id), LEAD + of.replaceAll("[\\r\\n]", " ") + "\n" + text);
    }

    public Optional<Draft> find(String id) throws IOException {
        try {
            var file = file(id);
            var whole = Files.readString(file);
            var end = whole.indexOf('\n');
            if (!whole.startsWith(LEAD) || end < 0) {
                return Optional.empty();
            }
            var of = whole.substring(LEAD.length(), end);
            return Optional.of(new Draft(
                    id,
                    of,
                    whole.substring(end + 1),
                    Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// The newest first.
    public List<Draft> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var drafts = new ArrayList<Draft>();
        try (var files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (var file : files) {
                var name = file.getFileName().toString();
                var id = name.substring(0, name.length() - ENDING.length());
                if (ID.matcher(id).matches()) {
                    find(id).ifPresent(drafts::add);
                }
            }
        }
        drafts.sort(Comparator.comparing(Draft::at).reversed());
        return List.copyOf(drafts);
    }

    public void forget(String id) throws IOException {
        Files.deleteIfExists(file(id));
    }

    private Path file(String id) {
        return folder.resolve(plain(id) + ENDING);
    }

    /// A setup is called as somebody types it; its draft's file has a name that every disk takes and no other
    /// draft has.
    private static String plain(String id) {
        if (ID.matcher(id).matches()) {
            return id;
        }
        var start = ODD.matcher(id).replaceAll("-");
        return start.substring(0, Math.min(start.length(), 40)) + "-"
                + HexFormat.of().toHexDigits(id.hashCode());
    }
}

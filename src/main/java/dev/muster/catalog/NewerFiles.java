package dev.muster.catalog;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Reads the catalogue files that an admin put into a folder. A file counts when its `date` is after that of the one
/// inside this build, whole and in its place; what it says is checked as our own is.
final class NewerFiles {

    private NewerFiles() {}

    static Catalog read(Path folder) {
        var found = new ArrayList<Newer>();
        var texts = new LinkedHashMap<String, String>();
        try {
            for (var file : list(folder)) {
                var name = String.valueOf(file.getFileName());
                if (!CatalogFiles.NAMES.contains(name)) {
                    throw stranger(file);
                }
                var text = Files.readString(file);
                var newer = new Newer(
                        name,
                        CatalogFiles.date(file.toString(), text),
                        CatalogFiles.date("catalog/" + name, CatalogFiles.shipped(name)));
                found.add(newer);
                if (newer.used()) {
                    texts.put(name, text);
                }
            }
            var files = new CatalogFiles(folder.toString(), texts);
            if (!texts.isEmpty()) {
                files.check();
            }
            return new Catalog(files, found);
        } catch (RowFault e) {
            throw wrong(e);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static ProblemException wrong(RowFault fault) {
        return new ProblemException(Problem.input(
                new Place(fault.file(), fault.line(), 0, fault.field(), ""),
                Text.of(CatalogWords.ENTRY_WRONG, fault.said()),
                Text.of(CatalogWords.ENTRY_WRONG_WHY),
                Text.of(CatalogWords.ENTRY_WRONG_FIX)));
    }

    private static ProblemException stranger(Path file) {
        return new ProblemException(Problem.input(
                new Place(file.toString(), 0, 0, "", ""),
                Text.of(CatalogWords.FILE_STRANGE, String.valueOf(file.getFileName())),
                Text.of(CatalogWords.FILE_STRANGE_WHY),
                Text.of(
                        CatalogWords.FILE_STRANGE_FIX,
                        CatalogFiles.NAMES.stream().sorted().toList())));
    }

    private static ProblemException unreadable(Path folder, IOException e) {
        return new ProblemException(Problem.input(
                new Place(folder.toString(), 0, 0, "", ""),
                Text.of(CatalogWords.FILE_UNREADABLE, String.valueOf(e.getMessage())),
                Text.of(CatalogWords.ENTRY_WRONG_WHY),
                Text.of(CatalogWords.ENTRY_WRONG_FIX)));
    }
}

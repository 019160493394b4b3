package dev.muster.catalog;

import dev.muster.base.Place;
import dev.muster.base.PrivateFiles;
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
import java.util.Map;

/// Reads the catalogue files that an admin put into a folder. A file counts when its `date` is after that of the one
/// inside this build, whole and in its place; what it says is checked as our own is.
final class NewerFiles {

    private NewerFiles() {}

    static Catalog read(Path folder) {
        var found = new ArrayList<Newer>();
        var texts = new LinkedHashMap<String, String>();
        try {
            for (var file : list(folder)) {
                var newer = one(file);
                found.add(newer);
                if (newer.used()) {
                    texts.put(newer.file(), Files.readString(file));
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

    /// @param newer a file or a folder of them
    static List<Newer> take(Path newer, Path into) {
        try {
            var wanted = Files.isDirectory(newer) ? list(newer) : List.of(newer);
            if (wanted.isEmpty()) {
                throw new NoSuchFileException(newer.toString(), null, "no .yaml file");
            }
            var taken = new ArrayList<Newer>();
            var texts = new LinkedHashMap<String, String>();
            for (var file : wanted) {
                var one = one(file);
                if (!one.used()) {
                    throw notNewer(file, one);
                }
                taken.add(one);
                texts.put(one.file(), Files.readString(file));
            }
            together(into, texts, wanted.getFirst().toAbsolutePath().resolveSibling(""));
            for (var text : texts.entrySet()) {
                PrivateFiles.write(into.resolve(text.getKey()), text.getValue());
            }
            return taken;
        } catch (RowFault e) {
            throw wrong(e);
        } catch (IOException e) {
            throw unreadable(newer, e);
        }
    }

    /// The new ones with those that are there already fit each other.
    private static void together(Path into, Map<String, String> texts, Path from) throws IOException {
        var all = new LinkedHashMap<String, String>();
        for (var file : list(into)) {
            var there = one(file);
            if (there.used()) {
                all.put(there.file(), Files.readString(file));
            }
        }
        all.putAll(texts);
        new CatalogFiles(from.toString(), all).check();
    }

    private static Newer one(Path file) throws IOException {
        var name = String.valueOf(file.getFileName());
        if (!CatalogFiles.NAMES.contains(name)) {
            throw stranger(file);
        }
        return new Newer(
                name,
                CatalogFiles.date(file.toString(), Files.readString(file)),
                CatalogFiles.date("catalog/" + name, CatalogFiles.shipped(name)));
    }

    private static ProblemException notNewer(Path file, Newer one) {
        return new ProblemException(Problem.input(
                new Place(file.toString(), 0, 0, "date", one.date().toString()),
                Text.of(
                        CatalogWords.FILE_NOT_NEWER,
                        one.file(),
                        one.date().toString(),
                        one.shipped().toString()),
                Text.of(CatalogWords.FILE_NOT_NEWER_WHY),
                Text.of(CatalogWords.FILE_NOT_NEWER_FIX)));
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

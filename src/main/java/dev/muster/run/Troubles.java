package dev.muster.run;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// What can be the matter with a run's folder, as problems.
final class Troubles {

    private Troubles() {}

    static ProblemException cannotWrite(Path path, IOException e) {
        return new ProblemException(Problem.input(
                place(path, 0),
                Text.of(RunWords.FOLDER_CANNOT_BE_WRITTEN, path.toString(), reason(e)),
                Text.of(RunWords.FOLDER_CANNOT_BE_WRITTEN_WHY),
                Text.of(RunWords.FOLDER_CANNOT_BE_WRITTEN_FIX)));
    }

    static ProblemException cannotRead(Path path, IOException e) {
        return new ProblemException(Problem.input(
                place(path, 0),
                Text.of(RunWords.FOLDER_CANNOT_BE_READ, path.toString(), reason(e)),
                Text.of(RunWords.FOLDER_CANNOT_BE_READ_WHY),
                Text.of(RunWords.FOLDER_CANNOT_BE_READ_FIX)));
    }

    static ProblemException journalBroken(Path file, int line, RuntimeException e) {
        return new ProblemException(Problem.input(
                place(file, line),
                Text.of(RunWords.JOURNAL_BROKEN, file.toString(), line),
                Text.of(RunWords.JOURNAL_BROKEN_WHY, firstLine(String.valueOf(e.getMessage()))),
                Text.of(RunWords.JOURNAL_BROKEN_FIX)));
    }

    private static Place place(Path path, int line) {
        return new Place(path.toString(), line, 0, "", "");
    }

    /// What the system says: `Permission denied`, `No space left on device`.
    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "Permission denied";
            case NoSuchFileException _ -> "No such file or directory";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            case IOException other -> firstLine(String.valueOf(other.getMessage()));
        };
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}

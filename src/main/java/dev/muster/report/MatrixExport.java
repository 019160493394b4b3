package dev.muster.report;

import dev.muster.assess.IsolationCell;
import dev.muster.assess.Overlay;
import dev.muster.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;

/// The isolation matrix as a file: a picture, a page in both languages, or rows for a spreadsheet. The same for the
/// window and the command line.
public final class MatrixExport {

    /// How the matrix is written.
    public enum Format {
        HTML("matrix.html"),
        CSV("matrix.csv"),
        PNG("matrix.png");

        private final String fileName;

        Format(String fileName) {
            this.fileName = fileName;
        }

        public String fileName() {
            return fileName;
        }
    }

    private final List<IsolationCell> cells;
    private final Overlay overlay;
    private final LocalDate date;

    /// @param cells whole, or those of some hosts or images
    /// @param date  of the catalogue
    public MatrixExport(List<IsolationCell> cells, Overlay overlay, LocalDate date) {
        this.cells = List.copyOf(cells);
        this.overlay = overlay;
        this.date = date;
    }

    /// The bytes of the file.
    ///
    /// @param texts the reader's language; the page has both and begins with this one
    public byte[] bytes(Format format, Texts texts) throws IOException {
        return switch (format) {
            case HTML -> new MatrixPage(overlay, date).write(cells, texts).getBytes(StandardCharsets.UTF_8);
            case CSV -> new MatrixRows(overlay, texts).write(cells).getBytes(StandardCharsets.UTF_8);
            case PNG -> new MatrixPicture(overlay, date, texts).write(cells);
        };
    }

    /// Writes the file whole: beside, then moved over an earlier one.
    public Path write(Path file, Format format, Texts texts) throws IOException {
        var bytes = bytes(format, texts);
        var folder = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        var beside = folder.resolve(file.getFileName() + ".new");
        try {
            Files.write(beside, bytes);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        return file;
    }
}

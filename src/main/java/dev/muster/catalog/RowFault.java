package dev.muster.catalog;

/// An entry of the catalogue that can't be used, and where it stands.
final class RowFault extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String field;
    private final String said;

    /// @param line from 1
    RowFault(String file, int line, String field, String said) {
        super(file + ":" + line + " " + field + ": " + said);
        this.file = file;
        this.line = line;
        this.field = field;
        this.said = said;
    }

    String file() {
        return file;
    }

    int line() {
        return line;
    }

    String field() {
        return field;
    }

    /// What is the matter, without the place.
    String said() {
        return said;
    }
}

package dev.muster.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// Versions of Muster, of Java, and the catalogue's date.
@Command(name = "version")
final class VersionCommand implements Callable<Integer> {

    private final Terms terms;

    @ParentCommand
    private MusterCommand muster;

    VersionCommand(Terms terms) {
        this.terms = terms;
        this.muster = new MusterCommand(terms);
    }

    @Override
    public Integer call() {
        var java = System.getProperty("java.version", "");
        var catalogue = muster.catalog().date().toString();
        if (muster.json()) {
            var document = terms.json()
                    .object()
                    .put("muster", version())
                    .put("java", java)
                    .put("catalogue", catalogue);
            terms.console().out().println(terms.json().document(document));
        } else {
            terms.console().out().println(terms.texts().of(CliWords.VERSION_LINE, version(), java, catalogue));
        }
        return Exit.DONE.code();
    }

    /// As the build wrote it into the jar.
    static String version() {
        try (var stream = VersionCommand.class.getResourceAsStream("/version.properties")) {
            var properties = new Properties();
            if (stream != null) {
                properties.load(stream);
            }
            return properties.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException("version.properties", e);
        }
    }
}

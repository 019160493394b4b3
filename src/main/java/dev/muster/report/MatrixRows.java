package dev.muster.report;

import dev.muster.assess.IsolationCell;
import dev.muster.assess.Overlay;
import dev.muster.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The isolation matrix as CSV, one cell a line, after RFC 4180. The heads are words for scripts and stay English.
final class MatrixRows {

    private static final String HEAD = "image,imageBuild,host,hostBuild,hostKind,process,hyperv,condition,source,"
            + "rancherImages,ownImages,ownHosts";

    private final Overlay overlay;
    private final Texts texts;

    MatrixRows(Overlay overlay, Texts texts) {
        this.overlay = overlay;
        this.texts = texts;
    }

    String write(List<IsolationCell> cells) {
        return cells.stream().map(this::row).collect(Collectors.joining("\r\n", HEAD + "\r\n", "\r\n"));
    }

    private String row(IsolationCell cell) {
        return Stream.of(
                        cell.image().name(),
                        String.valueOf(cell.image().build()),
                        cell.host().name(),
                        String.valueOf(cell.host().build()),
                        word(cell.host().kind()),
                        word(cell.process()),
                        word(cell.hyperv()),
                        cell.conditions().stream().map(texts::of).collect(Collectors.joining("; ")),
                        cell.source(),
                        String.join(" ", overlay.rancher(cell.image())),
                        String.join(" ", overlay.own(cell.image())),
                        String.join(" ", overlay.hosts(cell.host())))
                .map(MatrixRows::quoted)
                .collect(Collectors.joining(","));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// A spreadsheet takes what begins so for a formula; a quote before it makes it text.
    private static String quoted(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[\\w .:/;-]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}

package dev.muster.report;

import dev.muster.text.Language;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A report as one HTML file: no script, nothing fetched, light and dark after the reader's own choice, printable.
final class HtmlPage {

    private static final String STYLE = """
        :root { color-scheme: light dark; --line: #d0d7de; --soft: #f6f8fa; --green: #1a7f37; --amber: #9a6700;
          --red: #cf222e; --blue: #0969da; --grey: #59636e }
        @media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #151b23; --green: #3fb950;
          --amber: #d29922; --red: #f85149; --blue: #4493f8; --grey: #9198a1 } }
        body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 70rem;
          margin: 2rem auto; padding: 0 1rem }
        table { border-collapse: collapse; margin: .5rem 0 1rem }
        th, td { border: 1px solid var(--line); padding: .3rem .7rem; text-align: left; vertical-align: top }
        th { background: var(--soft) }
        .green { color: var(--green) } .amber { color: var(--amber) } .red { color: var(--red) }
        .blue { color: var(--blue) } .grey { color: var(--grey) }
        .notice { border-left: 4px solid var(--amber); background: var(--soft); padding: .5rem 1rem }
        pre { background: var(--soft); border: 1px solid var(--line); padding: .7rem; overflow-x: auto }
        """;

    private final Language language;

    HtmlPage(Language language) {
        this.language = language;
    }

    String write(List<Block> blocks) {
        var title = blocks.stream()
                .filter(Block.Title.class::isInstance)
                .map(block -> ((Block.Title) block).text())
                .findFirst()
                .orElse("Muster");
        var body = blocks.stream().map(HtmlPage::write).collect(Collectors.joining("\n"));
        return of(language, escape(title), "", body);
    }

    /// The file around a body.
    ///
    /// @param title escaped
    /// @param style what the page has besides the style of all
    static String of(Language language, String title, String style, String body) {
        return """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%s</title>
            <style>
            %s%s</style>
            </head>
            <body>
            %s
            </body>
            </html>
            """.formatted(language.locale().toLanguageTag(), title, STYLE, style, body);
    }

    private static String write(Block block) {
        return switch (block) {
            case Block.Title title -> "<h1>" + escape(title.text()) + "</h1>";
            case Block.Heading heading -> "<h2>" + escape(heading.text()) + "</h2>";
            case Block.Paragraph paragraph -> "<p>" + escape(paragraph.text()) + "</p>";
            case Block.Notice notice -> "<p class=\"notice\">" + escape(notice.text()) + "</p>";
            case Block.Bullets bullets ->
                bullets.items().stream()
                        .map(item -> "<li>" + escape(item) + "</li>")
                        .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
            case Block.Printed printed -> "<pre>" + escapeRaw(String.join("\n", printed.lines())) + "</pre>";
            case Block.Table table -> table(table);
        };
    }

    private static String table(Block.Table table) {
        var out = new StringBuilder("<table>\n");
        if (!table.head().isEmpty()) {
            out.append("<tr>");
            table.head()
                    .forEach(cell -> out.append("<th scope=\"col\">")
                            .append(escape(cell))
                            .append("</th>"));
            out.append("</tr>\n");
        }
        for (var row : table.rows()) {
            out.append("<tr>");
            for (var i = 0; i < row.cells().size(); i++) {
                var tag = i == 0 ? first(table, row) : "td";
                out.append("<")
                        .append(tag)
                        .append(">")
                        .append(escape(row.cells().get(i)));
                out.append("</").append(tag.startsWith("th") ? "th" : "td").append(">");
            }
            out.append("</tr>\n");
        }
        return out.append("</table>").toString();
    }

    private static String first(Block.Table table, Block.Row row) {
        return table.head().isEmpty()
                ? "th scope=\"row\""
                : "td class=\"" + row.colour().name().toLowerCase(Locale.ROOT) + "\"";
    }

    private static String escape(String text) {
        return escapeRaw(text).replace("\n", "<br>");
    }

    static String escapeRaw(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

package dev.muster.report;

import dev.muster.assess.IsolationCell;
import dev.muster.assess.Overlay;
import dev.muster.assess.Verdict;
import dev.muster.base.Key;
import dev.muster.base.Text;
import dev.muster.catalog.WindowsBuild;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The isolation matrix as one HTML file in both languages: no script, nothing fetched; which language is shown is
/// chosen at its top.
final class MatrixPage {

    private static final String STYLE = """
        body { max-width: none }
        td.cell { text-align: center; white-space: nowrap }
        td.green { background: color-mix(in srgb, var(--green) 14%, transparent) }
        td.amber { background: color-mix(in srgb, var(--amber) 14%, transparent) }
        td.mine, th.mine { border-left: 2px solid var(--blue); border-right: 2px solid var(--blue) }
        .chip { display: inline-block; color: var(--blue); border: 1px solid var(--blue); border-radius: 1rem;
          padding: 0 .5rem; font-size: 85%; font-weight: normal }
        .small { font-size: 85%; color: var(--grey) }
        #en:checked ~ main [lang=zh-CN], #zh:checked ~ main [lang=en] { display: none }
        """;

    private final Overlay overlay;
    private final LocalDate date;
    private final Texts english = new Texts(Language.EN);
    private final Texts chinese = new Texts(Language.ZH);
    private final List<IsolationCell> noted = new ArrayList<>();

    MatrixPage(Overlay overlay, LocalDate date) {
        this.overlay = overlay;
        this.date = date;
    }

    String write(List<IsolationCell> cells, Texts first) {
        var body = new StringBuilder("<h1>" + both(ReportWords.MATRIX_TITLE) + "</h1>\n");
        body.append("<p>").append(both(ReportWords.MATRIX_LEGEND)).append("</p>\n");
        overlay.line()
                .ifPresent(line -> body.append("<p>")
                        .append(both(ReportWords.MATRIX_RANCHER, line.rancher()))
                        .append("</p>\n"));
        for (var kind : WindowsBuild.Kind.values()) {
            var some = cells.stream().filter(cell -> cell.host().kind() == kind).toList();
            if (!some.isEmpty()) {
                table(kind, some, body);
            }
        }
        notes(body);
        body.append("<p class=\"small\">")
                .append(both(ReportWords.MATRIX_DATE, date.toString()))
                .append("</p>\n");
        var en = first.language() == Language.EN;
        return HtmlPage.of(
                first.language(), HtmlPage.escapeRaw(first.of(ReportWords.MATRIX_TITLE)), STYLE, """
                    <input type="radio" name="language" id="en"%s><label for="en" lang="en">English</label>
                    <input type="radio" name="language" id="zh"%s><label for="zh" lang="zh-CN">中文</label>
                    <main>
                    %s</main>\
                    """.formatted(
                                en ? " checked" : "", en ? "" : " checked", body));
    }

    private void table(WindowsBuild.Kind kind, List<IsolationCell> cells, StringBuilder out) {
        var hosts = cells.stream().map(IsolationCell::host).distinct().toList();
        out.append("<h2>")
                .append(both(
                        kind == WindowsBuild.Kind.SERVER ? ReportWords.MATRIX_SERVERS : ReportWords.MATRIX_CLIENTS))
                .append("</h2>\n<table>\n<tr><th>")
                .append(both(ReportWords.MATRIX_CORNER))
                .append("</th>");
        for (var host : hosts) {
            out.append("<th scope=\"col\"")
                    .append(mine(host))
                    .append(" title=\"")
                    .append(HtmlPage.escapeRaw(host.title()))
                    .append("\">")
                    .append(HtmlPage.escapeRaw(host.name()))
                    .append("<br><span class=\"small\">")
                    .append(host.build())
                    .append("</span>");
            overlay.hosts(host).forEach(name -> out.append("<br>").append(chip(name)));
            out.append("</th>");
        }
        out.append("</tr>\n");
        for (var image : cells.stream().map(IsolationCell::image).distinct().toList()) {
            row(image, cells, out);
        }
        out.append("</table>\n");
    }

    private void row(WindowsBuild image, List<IsolationCell> cells, StringBuilder out) {
        out.append("<tr><th scope=\"row\">")
                .append(HtmlPage.escapeRaw(image.name()))
                .append(" <span class=\"small\">")
                .append(image.build())
                .append("</span>");
        overlay.rancher(image).forEach(name -> out.append("<br>").append(chip(name)));
        overlay.own(image).forEach(name -> out.append("<br>").append(chip(name)));
        out.append("</th>");
        for (var cell : cells) {
            if (cell.image().equals(image)) {
                cell(cell, out);
            }
        }
        out.append("</tr>\n");
    }

    private void cell(IsolationCell cell, StringBuilder out) {
        var sign = Sign.of(cell.verdict());
        var colour = sign.colour().name().toLowerCase(Locale.ROOT);
        out.append("<td class=\"cell ")
                .append(colour)
                .append(overlay.hosts(cell.host()).isEmpty() ? "" : " mine")
                .append("\" title=\"")
                .append(HtmlPage.escapeRaw(cell.source()))
                .append("\">")
                .append(sign.symbol())
                .append(' ')
                .append(both(word(cell.verdict())));
        if (!cell.conditions().isEmpty()) {
            noted.add(cell);
            out.append("<sup>").append(noted.size()).append("</sup>");
        }
        out.append("</td>");
    }

    /// The conditions, and what the cells of one's own hosts mean.
    private void notes(StringBuilder out) {
        if (noted.isEmpty()) {
            return;
        }
        out.append("<ol>\n");
        for (var cell : noted) {
            out.append("<li>");
            for (var texts : List.of(english, chinese)) {
                out.append(span(
                        texts,
                        texts.of(
                                        ReportWords.MATRIX_CELL,
                                        cell.image().name(),
                                        cell.host().name()) + ": "
                                + cell.conditions().stream().map(texts::of).collect(Collectors.joining("; "))));
            }
            out.append(" <span class=\"small\">")
                    .append(HtmlPage.escapeRaw(cell.source()))
                    .append("</span></li>\n");
        }
        out.append("</ol>\n");
    }

    static Key word(Verdict verdict) {
        return switch (verdict) {
            case BOTH -> ReportWords.MATRIX_BOTH;
            case PROCESS -> ReportWords.MATRIX_PROCESS;
            case HYPERV -> ReportWords.MATRIX_HYPERV;
            case NONE -> ReportWords.MATRIX_NONE;
            case UNKNOWN -> ReportWords.MATRIX_UNKNOWN;
        };
    }

    private String mine(WindowsBuild host) {
        return overlay.hosts(host).isEmpty() ? "" : " class=\"mine\"";
    }

    private static String chip(String name) {
        return "<span class=\"chip\">" + HtmlPage.escapeRaw(name) + "</span>";
    }

    private String both(Key key, Object... arguments) {
        var text = Text.of(key, arguments);
        return span(english, english.of(text)) + span(chinese, chinese.of(text));
    }

    private static String span(Texts texts, String text) {
        return "<span lang=\"" + texts.language().locale().toLanguageTag() + "\">" + HtmlPage.escapeRaw(text)
                + "</span>";
    }
}

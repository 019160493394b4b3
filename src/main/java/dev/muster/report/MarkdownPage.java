package dev.muster.report;

import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A report as GitHub's Markdown. What comes from hosts and people can't become markup.
final class MarkdownPage {

    String write(List<Block> blocks) {
        return blocks.stream().map(MarkdownPage::write).collect(Collectors.joining("\n"));
    }

    private static String write(Block block) {
        return switch (block) {
            case Block.Title title -> "# " + plain(title.text()) + "\n";
            case Block.Heading heading -> "## " + plain(heading.text()) + "\n";
            case Block.Paragraph paragraph -> plain(paragraph.text()) + "\n";
            case Block.Notice notice -> "> **" + plain(notice.text()) + "**\n";
            case Block.Bullets bullets ->
                bullets.items().stream().map(item -> "- " + plain(item) + "\n").collect(Collectors.joining());
            case Block.Printed printed -> fence(printed.lines());
            case Block.Table table -> table(table);
        };
    }

    private static String table(Block.Table table) {
        var width = table.rows().isEmpty()
                ? table.head().size()
                : table.rows().getFirst().cells().size();
        var head = table.head().isEmpty() ? Collections.nCopies(width, "") : table.head();
        var rows = table.rows().stream().map(row -> row(row.cells())).collect(Collectors.joining());
        return row(head) + "|" + " --- |".repeat(width) + "\n" + rows;
    }

    private static String row(List<String> cells) {
        return "|" + cells.stream().map(cell -> " " + plain(cell) + " |").collect(Collectors.joining()) + "\n";
    }

    /// A fence is longer than any row of backquotes within it.
    private static String fence(List<String> lines) {
        var fence = "```";
        while (lines.stream().anyMatch(containing(fence))) {
            fence += "`";
        }
        return fence + "text\n" + String.join("\n", lines) + "\n" + fence + "\n";
    }

    private static Predicate<String> containing(String fence) {
        return line -> line.contains(fence);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\\\`*_\\[\\]<>|#~&]", "\\\\$0").replace("\n", "<br>");
    }
}

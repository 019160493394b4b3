package dev.muster.report;

import dev.muster.assess.IsolationCell;
import dev.muster.assess.Overlay;
import dev.muster.catalog.WindowsBuild;
import dev.muster.text.Texts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// The isolation matrix drawn into a PNG: server hosts above, client hosts below. Needs no window and no display.
final class MatrixPicture {

    private static final int MARGIN = 32;
    private static final int FIRST = 250;
    private static final int COLUMN = 118;
    private static final int ROW = 44;
    private static final int HEAD = 62;
    private static final int GAP = 20;

    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x1F2328);
    private static final Color SOFT = new Color(0x59636E);
    private static final Color LINE = new Color(0xD0D7DE);
    private static final Color SHADE = new Color(0xF6F8FA);
    private static final Color BLUE = new Color(0x0969DA);
    private static final Color GREEN = new Color(0x1A7F37);
    private static final Color GREEN_SHADE = new Color(0xDAFBE1);
    private static final Color AMBER = new Color(0x9A6700);
    private static final Color AMBER_SHADE = new Color(0xFFF8C5);

    private final Overlay overlay;
    private final LocalDate date;
    private final Texts texts;

    MatrixPicture(Overlay overlay, LocalDate date, Texts texts) {
        this.overlay = overlay;
        this.date = date;
        this.texts = texts;
    }

    byte[] write(List<IsolationCell> cells) throws IOException {
        var tables = new ArrayList<Table>();
        for (var kind : WindowsBuild.Kind.values()) {
            var some = cells.stream().filter(cell -> cell.host().kind() == kind).toList();
            if (!some.isEmpty()) {
                tables.add(new Table(kind, some));
            }
        }
        var width = 2 * MARGIN
                + FIRST
                + COLUMN
                        * tables.stream()
                                .mapToInt(table -> table.hosts().size())
                                .max()
                                .orElse(1);
        var height = 2 * MARGIN + 90 + tables.stream().mapToInt(Table::height).sum();
        var image = new BufferedImage(Math.max(width, 760), height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setColor(PAPER);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            draw(new Pen(graphics), tables);
        } finally {
            graphics.dispose();
        }
        var bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", bytes)) {
            throw new IOException("this Java writes no PNG");
        }
        return bytes.toByteArray();
    }

    /// One kind of host.
    private record Table(WindowsBuild.Kind kind, List<IsolationCell> cells) {

        List<WindowsBuild> hosts() {
            return cells.stream().map(IsolationCell::host).distinct().toList();
        }

        List<WindowsBuild> images() {
            return cells.stream().map(IsolationCell::image).distinct().toList();
        }

        int height() {
            return 34 + HEAD + ROW * images().size() + GAP;
        }
    }

    private void draw(Pen pen, List<Table> tables) {
        var y = MARGIN + 22;
        pen.write(texts.of(ReportWords.MATRIX_TITLE), MARGIN, y, 24, true, INK);
        y += 24;
        var line = overlay.line()
                .map(known -> texts.of(ReportWords.MATRIX_RANCHER, known.rancher()) + "  ")
                .orElse("");
        pen.write(line + texts.of(ReportWords.MATRIX_DATE, date.toString()), MARGIN, y, 14, false, SOFT);
        y += 30;
        for (var table : tables) {
            draw(pen, table, y);
            y += table.height();
        }
        pen.write(texts.of(ReportWords.MATRIX_LEGEND), MARGIN, y + 4, 13, false, SOFT);
    }

    private void draw(Pen pen, Table table, int top) {
        var servers = table.kind() == WindowsBuild.Kind.SERVER;
        pen.write(
                texts.of(servers ? ReportWords.MATRIX_SERVERS : ReportWords.MATRIX_CLIENTS),
                MARGIN,
                top + 16,
                16,
                true,
                INK);
        var y = top + 30;
        var hosts = table.hosts();
        pen.fill(MARGIN, y, FIRST + COLUMN * hosts.size(), HEAD, SHADE);
        pen.write(texts.of(ReportWords.MATRIX_CORNER), MARGIN + 10, y + 26, 13, true, SOFT);
        for (var at = 0; at < hosts.size(); at++) {
            var x = MARGIN + FIRST + at * COLUMN;
            var host = hosts.get(at);
            pen.centre(host.name(), x, y + 20, COLUMN, 14, true, INK);
            pen.centre(String.valueOf(host.build()), x, y + 37, COLUMN, 12, false, SOFT);
            pen.centre(String.join(", ", overlay.hosts(host)), x, y + 54, COLUMN, 12, true, BLUE);
        }
        y += HEAD;
        for (var image : table.images()) {
            var mine = new ArrayList<String>();
            if (!overlay.rancher(image).isEmpty()) {
                mine.add(texts.of(ReportWords.MATRIX_OF_RANCHER));
            }
            mine.addAll(overlay.own(image));
            var name = y + (mine.isEmpty() ? ROW / 2 + 5 : 19);
            pen.write(image.name(), MARGIN + 10, name, 14, true, INK);
            pen.write(String.valueOf(image.build()), MARGIN + 64, name, 12, false, SOFT);
            pen.fit(String.join(", ", mine), MARGIN + 10, y + 36, FIRST - 20, 12, BLUE);
            for (var cell : table.cells()) {
                if (cell.image().equals(image)) {
                    cell(pen, cell, MARGIN + FIRST + hosts.indexOf(cell.host()) * COLUMN, y);
                }
            }
            pen.fill(MARGIN, y + ROW - 1, FIRST + COLUMN * hosts.size(), 1, LINE);
            y += ROW;
        }
        for (var at = 0; at < hosts.size(); at++) {
            if (!overlay.hosts(hosts.get(at)).isEmpty()) {
                pen.frame(MARGIN + FIRST + at * COLUMN, top + 30, COLUMN, y - top - 30, BLUE);
            }
        }
    }

    private void cell(Pen pen, IsolationCell cell, int x, int y) {
        var sign = Sign.of(cell.verdict());
        var colour = switch (sign.colour()) {
            case GREEN -> GREEN;
            case AMBER -> AMBER;
            case RED, BLUE, GREY -> SOFT;
        };
        if (colour.equals(GREEN)) {
            pen.fill(x, y, COLUMN, ROW - 1, GREEN_SHADE);
        } else if (colour.equals(AMBER)) {
            pen.fill(x, y, COLUMN, ROW - 1, AMBER_SHADE);
        }
        var word =
                texts.of(MatrixPage.word(cell.verdict())) + (cell.conditions().isEmpty() ? "" : " *");
        var width = pen.width(word, 12.5f, false) + 18;
        var left = x + Math.max(4, (COLUMN - width) / 2);
        pen.sign(sign, left, y + ROW / 2 - 6, colour);
        pen.write(word, left + 18, y + ROW / 2 + 4, 12.5f, false, colour);
    }

    /// Draws words and signs at places.
    private static final class Pen {

        private final Graphics2D graphics;
        private final Faces faces = Faces.load();

        Pen(Graphics2D graphics) {
            this.graphics = graphics;
            graphics.setRenderingHint(
                    java.awt.RenderingHints.KEY_ANTIALIASING, java.awt.RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    java.awt.RenderingHints.KEY_TEXT_ANTIALIASING, java.awt.RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        }

        void write(String text, int x, int y, float size, boolean strong, Color colour) {
            graphics.setFont(faces.of(text, size, strong));
            graphics.setColor(colour);
            graphics.drawString(text, x, y);
        }

        int width(String text, float size, boolean strong) {
            return graphics.getFontMetrics(faces.of(text, size, strong)).stringWidth(text);
        }

        void centre(String text, int x, int y, int room, float size, boolean strong, Color colour) {
            var shown = cut(text, room - 6, size, strong);
            write(shown, x + (room - width(shown, size, strong)) / 2, y, size, strong, colour);
        }

        void fit(String text, int x, int y, int room, float size, Color colour) {
            write(cut(text, room, size, true), x, y, size, true, colour);
        }

        private String cut(String text, int room, float size, boolean strong) {
            var shown = text;
            while (!shown.isEmpty() && width(shown, size, strong) > room) {
                shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), shown.endsWith("…") ? -2 : -1))
                        + "…";
            }
            return shown;
        }

        void fill(int x, int y, int width, int height, Color colour) {
            graphics.setColor(colour);
            graphics.fillRect(x, y, width, height);
        }

        void frame(int x, int y, int width, int height, Color colour) {
            graphics.setColor(colour);
            graphics.setStroke(new BasicStroke(2));
            graphics.drawRect(x, y, width, height);
        }

        /// The signs as lines, since no face is sure to have them.
        void sign(Sign sign, int x, int y, Color colour) {
            graphics.setColor(colour);
            graphics.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            var path = new Path2D.Double();
            switch (sign) {
                case FITS -> {
                    path.moveTo(x, y + 6.0);
                    path.lineTo(x + 4.0, y + 10.0);
                    path.lineTo(x + 12.0, y + 1.0);
                    graphics.draw(path);
                }
                case WANTS_A_WORD -> {
                    path.moveTo(x + 6.0, y + 1.0);
                    path.lineTo(x + 12.0, y + 11.0);
                    path.lineTo(x, y + 11.0);
                    path.closePath();
                    graphics.fill(path);
                }
                case STOPS -> {
                    path.moveTo(x + 2.0, y + 2.0);
                    path.lineTo(x + 10.0, y + 10.0);
                    path.moveTo(x + 10.0, y + 2.0);
                    path.lineTo(x + 2.0, y + 10.0);
                    graphics.draw(path);
                }
                case UNKNOWN, WAITS, RUNS -> write("?", x + 2, y + 11, 14, true, colour);
            }
        }
    }
}

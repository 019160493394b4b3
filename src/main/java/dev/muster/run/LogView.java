package dev.muster.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The lines of one or many logs of a run, in the order in which they came. It reads pages from files and holds no
/// line; a line's number never changes, new ones come at the end. Safe for many threads.
public final class LogView {

    /// A piece of a log, and the number of its first line in this view.
    private record Placed(LogFile file, int piece, long first) {

        long time() {
            return file.piece(piece).time();
        }

        long count() {
            return file.piece(piece).lines() - file.before(piece).lines();
        }
    }

    private final List<LogFile> files;
    private final List<Placed> order = new ArrayList<>();
    private long lines;

    LogView(List<LogFile> files) {
        this.files = List.copyOf(files);
        refresh();
    }

    /// Looks for lines that came since the last time.
    ///
    /// @return whether there are any
    public synchronized boolean refresh() {
        var fresh = new ArrayList<Placed>();
        for (var file : files) {
            for (var piece = file.refresh(); piece < file.pieceCount(); piece++) {
                fresh.add(new Placed(file, piece, 0));
            }
        }
        fresh.sort(Comparator.comparingLong(Placed::time));
        for (var placed : fresh) {
            order.add(new Placed(placed.file(), placed.piece(), lines));
            lines += placed.count();
        }
        return !fresh.isEmpty();
    }

    public synchronized long lines() {
        return lines;
    }

    /// Lines by number.
    ///
    /// @param from of the first, from 0
    /// @return at most `count`, fewer at the end
    public synchronized List<LogLine> read(long from, int count) {
        var page = new ArrayList<LogLine>();
        for (var at = find(from); at < order.size() && page.size() < count; at++) {
            var placed = order.get(at);
            var time = Instant.ofEpochMilli(placed.time());
            var texts = placed.file().read(placed.piece());
            for (var i = (int) Math.max(0, from - placed.first()); i < texts.size() && page.size() < count; i++) {
                page.add(new LogLine(placed.first() + i, time, placed.file().step, placed.file().host, texts.get(i)));
            }
        }
        return List.copyOf(page);
    }

    /// The last lines.
    public synchronized List<LogLine> tail(int count) {
        return read(Math.max(0, lines - count), count);
    }

    /// The place of the piece that has this line; the end when there is none.
    private int find(long line) {
        var low = 0;
        var high = order.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            var placed = order.get(middle);
            if (placed.first() + placed.count() <= line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

package dev.muster.catalog;

import dev.muster.base.Reading;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `rancher.yaml`.
record RancherFile(List<Entry> lines) {

    private static final Pattern SHAPE = Pattern.compile("v?(\\d+\\.\\d+)(\\.\\d+.*)?");

    record Entry(String line, @Nullable LineSupport support) {

        RancherLine read() {
            return new RancherLine(
                    line,
                    support == null ? Reading.unknown("the catalogue has nothing on " + line) : Reading.of(support));
        }
    }

    List<RancherLine> read() {
        return lines.stream().map(Entry::read).toList();
    }

    static Optional<RancherLine> line(List<RancherLine> lines, String written) {
        var shape = SHAPE.matcher(written);
        if (!shape.matches()) {
            return Optional.empty();
        }
        var wanted = "v" + shape.group(1);
        return lines.stream().filter(line -> line.line().equals(wanted)).findFirst();
    }

    static Reading<KnownRancher> rancher(List<RancherLine> lines, String written) {
        var line = line(lines, written);
        if (line.isEmpty()) {
            return Reading.unknown("the catalogue has no Rancher " + written);
        }
        return switch (line.get().support()) {
            case Reading.Unknown<LineSupport>(var why) -> Reading.unknown(why);
            case Reading.Known<LineSupport>(var support) -> release(support, written);
        };
    }

    private static Reading<KnownRancher> release(LineSupport support, String written) {
        if (Version.of(written).parts().size() < 3) {
            return Reading.of(new KnownRancher(support, support.newest()));
        }
        return support.release(written.startsWith("v") ? written : "v" + written)
                .map(release -> Reading.of(new KnownRancher(support, release)))
                .orElseGet(() -> Reading.unknown("the catalogue has no Rancher " + written));
    }
}

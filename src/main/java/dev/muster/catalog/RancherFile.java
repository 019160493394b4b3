package dev.muster.catalog;

import dev.muster.base.Reading;
import dev.muster.setup.ClusterSettings.Distribution;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `rancher.yaml`.
record RancherFile(List<RancherLine> lines) {

    private static final Pattern SHAPE = Pattern.compile("v?(\\d+\\.\\d+)(\\.\\d+.*)?");

    RancherFile {
        lines = List.copyOf(lines);
    }

    static Optional<RancherLine> line(List<RancherLine> lines, String written) {
        var shape = SHAPE.matcher(written);
        if (!shape.matches()) {
            return Optional.empty();
        }
        var wanted = "v" + shape.group(1);
        return lines.stream().filter(line -> line.line().equals(wanted)).findFirst();
    }

    /// @param distribution null: the line's chief one
    static Reading<KnownRancher> rancher(List<RancherLine> lines, String written, @Nullable Distribution distribution) {
        var line = line(lines, written);
        if (line.isEmpty()) {
            return Reading.unknown("the catalogue has no Rancher " + written);
        }
        return switch (line.get().support()) {
            case Reading.Unknown<LineSupport>(var why) -> Reading.unknown(why);
            case Reading.Known<LineSupport>(var support) -> known(support, written, distribution);
        };
    }

    private static Reading<KnownRancher> known(
            LineSupport support, String written, @Nullable Distribution distribution) {
        var release = release(support, written);
        if (release.isEmpty()) {
            return Reading.unknown("the catalogue has no Rancher " + written);
        }
        var cluster = distribution == null
                ? support.chief()
                : support.cluster(distribution)
                        .orElseGet(() -> Reading.unknown("Rancher " + written + " takes no hosts into clusters of "
                                + distribution + ", it does into " + support.distributions()));
        return cluster.map(known -> new KnownRancher(support, known, release.get()));
    }

    /// A line alone means its newest release.
    static Optional<RancherRelease> release(LineSupport support, String written) {
        return Version.of(written).parts().size() < 3
                ? Optional.of(support.newest())
                : support.release(written.startsWith("v") ? written : "v" + written);
    }
}

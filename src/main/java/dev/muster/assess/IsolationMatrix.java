package dev.muster.assess;

import dev.muster.base.Text;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.PublishedIsolation;
import dev.muster.catalog.PublishedIsolation.Row;
import dev.muster.catalog.Windows;
import dev.muster.catalog.WindowsBuild;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which Windows image runs on which Windows host, and in which isolation: every pair of the builds that Microsoft's
/// tables of 2018 and of today name, server and client hosts apart.
///
/// A pure function over `catalog/isolation.yaml` and `catalog/windows.yaml`.
public final class IsolationMatrix {

    private final Windows windows;
    private final PublishedIsolation published;
    private final List<IsolationCell> cells;

    public IsolationMatrix(Catalog catalog) {
        windows = catalog.windows();
        published = catalog.isolation();
        cells = published.hosts().stream().flatMap(row -> row(row).stream()).toList();
    }

    /// All cells, host by host, each host's images from old to new.
    public List<IsolationCell> cells() {
        return cells;
    }

    /// The hosts, servers first, each kind from old to new.
    public List<WindowsBuild> hosts() {
        return published.hosts().stream()
                .map(row -> host(row.kind(), row.build()))
                .toList();
    }

    /// The builds that images were published for, from old to new.
    public List<WindowsBuild> images() {
        return published.images().stream().map(this::image).toList();
    }

    /// The cells of a host, of an image, or of both, as people name them: `17763`, `2019`, `ltsc2022`,
    /// `win10-1809`; a build number means server and client. Empty text: all.
    ///
    /// @throws dev.muster.base.ProblemException naming the nearest known one
    public List<IsolationCell> cells(String host, String image) {
        var hosts = host.isBlank() ? hosts() : windows.hosts(host);
        var images = image.isBlank() ? images() : windows.images(image);
        return cells.stream()
                .filter(cell -> hosts.contains(cell.host()) && images.contains(cell.image()))
                .toList();
    }

    /// The cell of one pair; empty when the tables don't have it.
    public Optional<IsolationCell> cell(WindowsBuild host, WindowsBuild image) {
        return cells.stream()
                .filter(cell -> cell.host().equals(host) && cell.image().equals(image))
                .findFirst();
    }

    private List<IsolationCell> row(Row row) {
        var host = host(row.kind(), row.build());
        var found = new ArrayList<IsolationCell>();
        for (var i = 0; i < published.images().size(); i++) {
            var written = row.cells().get(i).split(" ", 2);
            var image = image(published.images().get(i));
            found.add(new IsolationCell(
                    image,
                    host,
                    process(written[0]),
                    hyperv(written[0]),
                    conditions(host, image),
                    published.source(written[1])));
        }
        return found;
    }

    private static Answer process(String how) {
        return switch (how) {
            case "PH", "P" -> Answer.YES;
            case "H", "N" -> Answer.NO;
            case "U" -> Answer.UNKNOWN;
            default -> throw new IllegalStateException("isolation.yaml has a cell " + how);
        };
    }

    private static Answer hyperv(String how) {
        return switch (how) {
            case "PH", "H", "U" -> Answer.YES;
            case "N" -> Answer.NO;
            case "P" -> Answer.UNKNOWN;
            default -> throw new IllegalStateException("isolation.yaml has a cell " + how);
        };
    }

    private List<Text> conditions(WindowsBuild host, WindowsBuild image) {
        return published.conditions().stream()
                .filter(condition -> condition.kind() == host.kind()
                        && condition.host() == host.build()
                        && condition.image() == image.build())
                .map(condition -> Text.of(condition.condition()))
                .toList();
    }

    private WindowsBuild host(WindowsBuild.Kind kind, int build) {
        return find(build, kind);
    }

    private WindowsBuild image(int build) {
        return find(build, WindowsBuild.Kind.SERVER);
    }

    private WindowsBuild find(int build, WindowsBuild.Kind kind) {
        return windows.builds().stream()
                .filter(known -> known.build() == build && known.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("windows.yaml has no " + kind + " " + build));
    }
}

package dev.muster.catalog;

import dev.muster.base.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that Muster knows of the world, read from the files that it ships with. Each part is read when it is
/// first asked for. Immutable, safe for many threads.
public final class Catalog {

    private final Lazy<Sources> sources = new Lazy<>(() -> CatalogFile.read("sources.yaml", Sources.class));
    private final Lazy<List<RancherLine>> lines =
            new Lazy<>(() -> CatalogFile.read("rancher.yaml", RancherFile.class).read());
    private final Lazy<Sizes> sizes = new Lazy<>(() -> CatalogFile.read("sizes.yaml", Sizes.class));
    private final Lazy<Ports> ports = new Lazy<>(() -> CatalogFile.read("ports.yaml", Ports.class));
    private final Lazy<Kernel> kernel = new Lazy<>(() -> CatalogFile.read("kernel.yaml", Kernel.class));
    private final Lazy<Disks> disks = new Lazy<>(() -> CatalogFile.read("disks.yaml", Disks.class));
    private final Lazy<Thresholds> limits = new Lazy<>(() -> CatalogFile.read("limits.yaml", Thresholds.class));
    private final Lazy<Windows> windows = new Lazy<>(() -> CatalogFile.read("windows.yaml", Windows.class));
    private final Lazy<PublishedIsolation> isolation =
            new Lazy<>(() -> CatalogFile.read("isolation.yaml", PublishedIsolation.class));
    private final Lazy<Guidance> guidance =
            new Lazy<>(() -> new Guidance(CatalogFile.read("guidance.yaml", Guidance.File.class)));

    private Catalog() {}

    /// The catalogue inside this build.
    public static Catalog shipped() {
        return new Catalog();
    }

    /// When the catalogue was last compared with its sources.
    public LocalDate date() {
        return sources.get().date();
    }

    /// What the short names in a source mean: `DOCS-JAN` → repository, date, commit.
    public Map<String, String> legend() {
        return sources.get().legend();
    }

    /// The lines of Rancher, oldest first.
    public List<RancherLine> lines() {
        return lines.get();
    }

    /// The line of a version as written: `v2.1.6`, `2.1.6`, `v2.1`. Empty when there is no such line.
    public Optional<RancherLine> line(String written) {
        return RancherFile.line(lines(), written);
    }

    /// What is known of a version as written; a line alone (`v2.1`) means its newest release.
    public Reading<KnownRancher> rancher(String written) {
        return RancherFile.rancher(lines(), written);
    }

    public Sizes sizes() {
        return sizes.get();
    }

    public Ports ports() {
        return ports.get();
    }

    public Kernel kernel() {
        return kernel.get();
    }

    public Disks disks() {
        return disks.get();
    }

    public Thresholds limits() {
        return limits.get();
    }

    public Windows windows() {
        return windows.get();
    }

    public PublishedIsolation isolation() {
        return isolation.get();
    }

    public Guidance guidance() {
        return guidance.get();
    }
}

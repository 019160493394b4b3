package dev.muster.catalog;

import dev.muster.base.Reading;
import dev.muster.setup.ClusterSettings.Distribution;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything that Muster knows of the world, read from the files that it ships with, or from newer ones in their
/// place. Each part is read when it is first asked for. Immutable, safe for many threads.
public final class Catalog {

    private final CatalogFiles files;
    private final List<Newer> newer;
    private final Lazy<List<RancherLine>> lines;
    private final Lazy<Sizes> sizes;
    private final Lazy<Ports> ports;
    private final Lazy<Kernels> kernels;
    private final Lazy<Disks> disks;
    private final Lazy<Thresholds> limits;
    private final Lazy<Windows> windows;
    private final Lazy<PublishedIsolation> isolation;
    private final Lazy<Guidance> guidance;

    Catalog(CatalogFiles files, Collection<Newer> newer) {
        this.files = files;
        this.newer = List.copyOf(newer);
        lines = new Lazy<>(() -> files.read("rancher.yaml", RancherFile.class).lines());
        sizes = new Lazy<>(() -> files.read("sizes.yaml", Sizes.class));
        ports = new Lazy<>(() -> files.read("ports.yaml", Ports.class));
        kernels = new Lazy<>(() -> files.read("kernel.yaml", Kernels.class));
        disks = new Lazy<>(() -> files.read("disks.yaml", Disks.class));
        limits = new Lazy<>(() -> files.read("limits.yaml", Thresholds.class));
        windows = new Lazy<>(() -> files.read("windows.yaml", Windows.class));
        isolation = new Lazy<>(() -> files.read("isolation.yaml", PublishedIsolation.class));
        guidance = new Lazy<>(() -> new Guidance(files.read("guidance.yaml", Guidance.File.class)));
    }

    /// The catalogue inside this build.
    public static Catalog shipped() {
        return new Catalog(new CatalogFiles("", Map.of()), List.of());
    }

    /// The same, with the newer ones among a folder's files in place of those inside this build.
    ///
    /// @throws dev.muster.base.ProblemException naming file and line of what can't be used
    public static Catalog with(Path folder) {
        return NewerFiles.read(folder);
    }

    /// When the catalogue was last compared with its sources: its newest file's date.
    public LocalDate date() {
        return newer.stream()
                .filter(Newer::used)
                .map(Newer::date)
                .reduce(files.date("sources.yaml"), (a, b) -> a.isAfter(b) ? a : b);
    }

    /// Each file with the date on which it was last compared with its sources.
    public SortedMap<String, LocalDate> dates() {
        var dates = new TreeMap<String, LocalDate>();
        CatalogFiles.NAMES.forEach(name -> dates.put(name, files.date(name)));
        return Collections.unmodifiableSortedMap(dates);
    }

    /// Whole months since [#date].
    public long months(LocalDate today) {
        return Math.max(0, ChronoUnit.MONTHS.between(date(), today));
    }

    /// Whether the world has most likely moved on since: [Thresholds#catalogueAge] says how fast it does.
    public boolean isOld(LocalDate today) {
        return months(today) >= limits().catalogueAge().value();
    }

    /// Takes a file, or all files of a folder, into the folder of newer ones: looked at as [#with] would, then
    /// copied whole. Used from the next start on.
    ///
    /// @throws dev.muster.base.ProblemException naming file and line of what can't be used; nothing was copied
    ///     then
    public static List<Newer> take(Path newer, Path into) {
        return NewerFiles.take(newer, into);
    }

    /// The files that were found beside those inside this build, used or not.
    public List<Newer> newer() {
        return newer;
    }

    /// What the short names in a source mean: `DOCS-JAN` → repository, commit, date.
    public Map<String, Source> legend() {
        return files.legend();
    }

    /// The lines of Rancher, oldest first.
    public List<RancherLine> lines() {
        return lines.get();
    }

    /// The line of a version as written: `v2.1.6`, `2.1.6`, `v2.1`. Empty when there is no such line.
    public Optional<RancherLine> line(String written) {
        return RancherFile.line(lines(), written);
    }

    /// What is known of a version as written, for the kind of cluster that the line is chiefly for; a line alone
    /// (`v2.1`) means its newest release.
    public Reading<KnownRancher> rancher(String written) {
        return RancherFile.rancher(lines(), written, null);
    }

    /// The same for one kind of cluster.
    public Reading<KnownRancher> rancher(String written, Distribution distribution) {
        return RancherFile.rancher(lines(), written, distribution);
    }

    /// The release that a version as written means; a line alone means its newest. Empty when there is none, or
    /// its line isn't known.
    public Optional<RancherRelease> release(String written) {
        return line(written)
                .map(RancherLine::support)
                .flatMap(Reading::known)
                .flatMap(support -> RancherFile.release(support, written));
    }

    public Sizes sizes() {
        return sizes.get();
    }

    public Ports ports() {
        return ports.get();
    }

    /// What a node's kernel needs.
    public Kernel kernel(Distribution distribution) {
        return kernels.get().of(distribution);
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

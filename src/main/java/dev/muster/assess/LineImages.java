package dev.muster.assess;

import dev.muster.base.Reading;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.KnownRancher;
import dev.muster.catalog.WindowsSupport;
import dev.muster.catalog.WindowsSupport.Image;
import java.util.List;
import java.util.Optional;

/// The images that a Rancher runs on Windows workers: agent, pause, the node's own parts.
///
/// @param rancher the release: a line alone made its newest
/// @param images  unknown where nobody read up on it; empty where there are no Windows workers
public record LineImages(String rancher, String kubernetes, Reading<List<Image>> images) {

    /// @param written `v2.1.6`, `v2.15`
    public static LineImages of(Catalog catalog, String written) {
        return switch (catalog.rancher(written)) {
            case Reading.Unknown<KnownRancher>(var why) -> new LineImages(written, "", Reading.unknown(why));
            case Reading.Known<KnownRancher>(var known) ->
                new LineImages(
                        known.release().version(),
                        kubernetes(known),
                        known.windows().map(LineImages::images));
        };
    }

    /// The version that Windows workers have there: the one line that works, else the default.
    private static String kubernetes(KnownRancher known) {
        return known.windows()
                .known()
                .flatMap(windows -> windows)
                .map(WindowsSupport::kubernetes)
                .flatMap(known::kubernetes)
                .or(() -> known.defaultKubernetes().known())
                .orElse("");
    }

    private static List<Image> images(Optional<WindowsSupport> windows) {
        return windows.map(WindowsSupport::images).orElse(List.of());
    }

    /// The builds that they are of, each once.
    public List<Integer> builds() {
        return images.known().stream()
                .flatMap(List::stream)
                .map(Image::build)
                .distinct()
                .toList();
    }

    /// Their names, of one build.
    public List<String> of(int build) {
        return images.known().stream()
                .flatMap(List::stream)
                .filter(image -> image.build() == build)
                .map(image -> named(image.name(), rancher, kubernetes))
                .toList();
    }

    /// The name with the versions in their places.
    static String named(String pattern, String rancher, String kubernetes) {
        return pattern.replace("{version}", rancher)
                .replace("{kubernetes}", kubernetes.replaceFirst("-rancher.*$", ""));
    }
}

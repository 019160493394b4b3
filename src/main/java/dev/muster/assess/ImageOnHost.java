package dev.muster.assess;

import dev.muster.base.Reading;
import dev.muster.catalog.ImageBuild;
import dev.muster.catalog.KnownRancher;
import dev.muster.catalog.WindowsBuild;
import dev.muster.catalog.WindowsSupport;
import dev.muster.setup.WindowsImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What of the images that a host would run can run there: those of the Rancher line (agent, pause, the node's own
/// parts) and the admin's.
///
/// @param own    the admin's, not the line's
/// @param image  what it was built on; unknown where nothing says
/// @param source of what the line runs, and of the answer
public record ImageOnHost(String name, boolean own, Reading<ImageBuild> image, ImageAnswer answer, String source) {

    /// All images that matter on a host, the line's first.
    static List<ImageOnHost> of(Situation situation, int hostBuild) {
        return Stream.concat(ofLine(situation, hostBuild), ofAdmin(situation, hostBuild))
                .toList();
    }

    private static Stream<ImageOnHost> ofLine(Situation situation, int hostBuild) {
        var known = situation.known().known();
        var images = known.flatMap(rancher -> rancher.windows().known())
                .flatMap(windows -> windows)
                .map(WindowsSupport::images)
                .orElse(List.of());
        // a line that has images of the host's own build takes those
        var fitting =
                images.stream().filter(image -> image.build() == hostBuild).toList();
        return (fitting.isEmpty() ? images : fitting)
                .stream()
                        .map(image -> on(
                                hostBuild,
                                named(image.name(), known, situation),
                                false,
                                Reading.of(new ImageBuild(image.build(), OptionalInt.empty())),
                                image.source(),
                                situation));
    }

    private static String named(String pattern, Optional<KnownRancher> known, Situation situation) {
        var version = known.map(rancher -> rancher.release().version()).orElse("");
        var written = situation.setup().cluster().kubernetes();
        var kubernetes = written.isEmpty()
                ? known.flatMap(rancher -> rancher.defaultKubernetes().known()).orElse("")
                : written;
        return LineImages.named(pattern, version, kubernetes);
    }

    private static Stream<ImageOnHost> ofAdmin(Situation situation, int hostBuild) {
        return situation.setup().images().stream()
                .map(image ->
                        on(hostBuild, image.name(), true, build(image, situation), "the setup's images", situation));
    }

    /// As the setup says, else as the image's own tag says.
    private static Reading<ImageBuild> build(WindowsImage image, Situation situation) {
        return situation.catalog().windows().imageBuild(image.build().isEmpty() ? image.name() : image.build());
    }

    private static ImageOnHost on(
            int hostBuild, String name, boolean own, Reading<ImageBuild> image, String said, Situation situation) {
        var isolation = situation.catalog().isolation();
        var cell = image.known().flatMap(known -> isolation.cell(WindowsBuild.Kind.SERVER, hostBuild, known.build()));
        var answer = cell.map(written -> answer(written.how())).orElse(ImageAnswer.UNKNOWN);
        return new ImageOnHost(
                name,
                own,
                image,
                answer,
                cell.map(it -> said + "; " + it.source()).orElse(said));
    }

    private static ImageAnswer answer(String how) {
        return switch (how) {
            case "PH", "P" -> ImageAnswer.PROCESS;
            case "H" -> ImageAnswer.HYPERV;
            case "N" -> ImageAnswer.NO;
            default -> ImageAnswer.UNKNOWN;
        };
    }
}

package dev.muster.catalog;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.setup.shape.Nearest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The builds of Windows that Muster knows, and the base images for them.
///
/// @param builds servers first, each kind from old to new
public record Windows(List<WindowsBuild> builds, List<BaseImage> images) {

    private static final Pattern FULL_VERSION = Pattern.compile("10\\.0\\.(\\d{5})(\\.\\d{1,6})?");

    /// In what `docker inspect` prints of an image.
    private static final Pattern INSPECTED = Pattern.compile("\"OsVersion\"\\s*:\\s*\"([\\d.]{1,40})\"");

    public Windows {
        builds = List.copyOf(builds);
        images = List.copyOf(images);
    }

    /// The hosts that a name or a build number means: `17763` is a server and a Windows 10, `2019` the server
    /// alone.
    ///
    /// @throws ProblemException naming the nearest known one
    public List<WindowsBuild> hosts(String written) {
        return find(written, builds);
    }

    /// The builds that an image can be of, by name, number, whole version (`10.0.17763.437`), or the image's own
    /// name (`mcr.microsoft.com/windows/servercore:1809-KB4493509`,
    /// `rancher/rancher-agent:v2.1.6-nanoserver-1803`).
    ///
    /// @throws ProblemException naming the nearest known one
    public List<WindowsBuild> images(String written) {
        return find(written, builds.stream().filter(WindowsBuild::image).toList());
    }

    /// What an image was built on, by the same, or by what `docker inspect` says of it. Unknown where nothing
    /// tells.
    public Reading<ImageBuild> imageBuild(String written) {
        var wanted = tag(written);
        var version = FULL_VERSION.matcher(wanted);
        if (version.matches()) {
            var revision = version.group(2) == null
                    ? OptionalInt.empty()
                    : OptionalInt.of(Integer.parseInt(version.group(2).substring(1)));
            return Reading.of(new ImageBuild(Integer.parseInt(version.group(1)), revision));
        }
        if (wanted.matches("\\d{5}")) {
            return Reading.of(new ImageBuild(Integer.parseInt(wanted), OptionalInt.empty()));
        }
        return builds.stream()
                .filter(build -> build.image() && build.isCalled(wanted))
                .findFirst()
                .map(build -> Reading.of(new ImageBuild(build.build(), OptionalInt.empty())))
                .orElseGet(() -> Reading.unknown("the name " + written + " tells no build"));
    }

    /// All base images of one build, under all their names.
    public List<String> imageNames(WindowsBuild build) {
        return images.stream()
                .flatMap(image -> image.fullNames(build.build()).stream())
                .toList();
    }

    private static List<WindowsBuild> find(String written, List<WindowsBuild> among) {
        var tag = tag(written);
        var version = FULL_VERSION.matcher(tag);
        var wanted = version.matches() ? version.group(1) : tag;
        var found = among.stream().filter(build -> build.isCalled(wanted)).toList();
        if (found.isEmpty()) {
            throw new ProblemException(unknown(written, nearest(wanted, among), among));
        }
        return found;
    }

    /// What tells the build in the name of an image; any other text as it is.
    private static String tag(String written) {
        var inspected = INSPECTED.matcher(written);
        if (inspected.find()) {
            return inspected.group(1);
        }
        var name = written.strip();
        var tag = name.substring(name.lastIndexOf(':') + 1);
        return tag.replaceFirst("(?i)[-_]KB\\d+$", "").replaceFirst("(?i)^.*(nanoserver|windowsservercore)-", "");
    }

    private static Problem unknown(String written, String nearest, List<WindowsBuild> among) {
        return Problem.input(
                Place.field("", written),
                Text.of(CatalogWords.WINDOWS_UNKNOWN, written),
                Text.of(CatalogWords.WINDOWS_UNKNOWN_WHY),
                Text.of(
                        CatalogWords.WINDOWS_UNKNOWN_FIX,
                        nearest,
                        among.stream().map(WindowsBuild::name).distinct().toList()));
    }

    private static String nearest(String written, List<WindowsBuild> among) {
        var lower = written.toLowerCase(Locale.ROOT);
        return among.stream()
                .flatMap(build ->
                        Stream.concat(Stream.of(build.name(), String.valueOf(build.build())), build.aliases().stream()))
                .min(Comparator.comparingInt(name -> Nearest.distance(lower, name.toLowerCase(Locale.ROOT))))
                .orElseThrow();
    }
}

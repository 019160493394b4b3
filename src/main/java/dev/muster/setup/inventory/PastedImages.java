package dev.muster.setup.inventory;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.Text;
import dev.muster.setup.WindowsImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the images of the admin's own applications: one a line, a name or a build, with the build behind it where
/// the name doesn't tell it; or what `docker inspect` printed.
final class PastedImages {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,400}(?:@sha256:[0-9a-f]{64})?");
    private static final Pattern BUILD = Pattern.compile("\\d{5}|10\\.0\\.\\d{5}(\\.\\d{1,6})?");
    private static final int LONGEST = 2_000_000;

    private final Map<String, WindowsImage> images = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    ProposedImages read(String text) {
        var shown = text.strip();
        if (shown.length() > LONGEST) {
            problem(0, shown, ImportWords.IMAGES_LONG, ImportWords.IMAGES_LONG_WHY, ImportWords.IMAGES_LONG_FIX);
        } else if (shown.startsWith("[") || shown.startsWith("{")) {
            inspected(shown);
        } else {
            var lines = text.lines().toList();
            for (var at = 0; at < lines.size(); at++) {
                line(at + 1, lines.get(at).replaceFirst("(^|\\s)#.*$", "").strip());
            }
        }
        return new ProposedImages(List.copyOf(images.values()), problems);
    }

    private void line(int number, String line) {
        if (line.isEmpty()) {
            return;
        }
        var words = line.split("[\\s,;]+", -1);
        var build = words.length > 1 ? words[1] : "";
        if (words.length > 2
                || !NAME.matcher(words[0]).matches()
                || (!build.isEmpty() && !BUILD.matcher(build).matches())) {
            problem(number, line, ImportWords.IMAGE_ODD, ImportWords.IMAGE_ODD_WHY, ImportWords.IMAGE_ODD_FIX);
        } else {
            images.put(words[0], new WindowsImage(words[0], build));
        }
    }

    private void inspected(String text) {
        try {
            var tree = JsonMapper.shared().readTree(text);
            var found = tree.isArray() ? tree.valueStream().toList() : List.of(tree);
            for (var one : found) {
                inspected(one);
            }
        } catch (JacksonException e) {
            var at = e.getLocation();
            problem(
                    at == null ? 0 : at.getLineNr(),
                    "",
                    ImportWords.INSPECT_ODD,
                    ImportWords.INSPECT_ODD_WHY,
                    ImportWords.INSPECT_ODD_FIX);
        }
    }

    private void inspected(JsonNode image) {
        var name = Stream.concat(
                        image.path("RepoTags").valueStream(),
                        image.path("RepoDigests").valueStream())
                .map(tag -> tag.asString(""))
                .filter(tag -> NAME.matcher(tag).matches())
                .findFirst()
                .orElse(image.path("Id").asString("").replace("sha256:", ""));
        var build = image.path("OsVersion").asString("");
        var linux = !image.path("Os").asString("windows").equals("windows");
        if (linux) {
            problem(0, name, ImportWords.IMAGE_LINUX, ImportWords.IMAGE_LINUX_WHY, ImportWords.IMAGE_LINUX_FIX);
        } else if (!NAME.matcher(name).matches() || !BUILD.matcher(build).matches()) {
            problem(0, name, ImportWords.INSPECT_ODD, ImportWords.INSPECT_ODD_WHY, ImportWords.INSPECT_ODD_FIX);
        } else {
            images.put(name, new WindowsImage(name, build));
        }
    }

    private void problem(int line, String value, ImportWords what, ImportWords why, ImportWords fix) {
        var place = new Place("", line, 0, "images", value);
        problems.add(Problem.input(place, Text.of(what, place.value()), Text.of(why), Text.of(fix)));
    }
}

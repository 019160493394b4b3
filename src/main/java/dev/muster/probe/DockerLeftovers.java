package dev.muster.probe;

import dev.muster.base.Bytes;
import dev.muster.base.Reading;
import dev.muster.probe.Leftover.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Containers, volumes and images in Docker: a cluster's, and other people's beside them.
final class DockerLeftovers {

    private static final Reading<Bytes> UNMEASURED = Reading.unknown("not measured");
    private static final Pattern IMAGE = Pattern.compile("image ((?:\\S+/)?rancher/\\S+)");
    private static final Pattern USES = Pattern.compile("uses ([0-9a-f]{12,64}) (\\S+)");

    private final Answers answers;
    private final List<Container> containers;

    DockerLeftovers(Answers answers, List<Container> containers) {
        this.answers = answers;
        this.containers = containers;
    }

    List<Leftover> all() {
        var found = new ArrayList<Leftover>();
        for (var container : containers) {
            found.add(new Leftover(
                    "container:" + container.name(),
                    Kind.CONTAINER,
                    container.name(),
                    UNMEASURED,
                    owner(container),
                    container.id()));
        }
        volumes(found);
        lines().stream()
                .map(IMAGE::matcher)
                .filter(match -> match.matches())
                .map(match -> match.group(1))
                .filter(image -> !image.endsWith(":<none>"))
                .distinct()
                .sorted()
                .forEach(image -> found.add(new Leftover("image:" + image, Kind.IMAGE, image, UNMEASURED, "rancher")));
        return found;
    }

    /// A volume that only a cluster's containers use holds what pods have kept. Of one that nobody uses nobody
    /// knows whose it is.
    private void volumes(List<Leftover> found) {
        var users = users();
        for (var line : lines()) {
            if (line.startsWith("volume ")) {
                var name = Clean.text(line.substring("volume ".length()));
                var owners = users.getOrDefault(name, Set.of());
                var owner = owners.isEmpty() || owners.contains(Leftover.FOREIGN) ? Leftover.FOREIGN : "data";
                found.add(new Leftover("volume:" + name, Kind.VOLUME, name, UNMEASURED, owner));
            }
        }
    }

    /// The owners of the containers that use a volume, by its name.
    private Map<String, Set<String>> users() {
        var owners = new HashMap<String, String>();
        containers.forEach(container -> owners.put(container.id(), owner(container)));
        var users = new HashMap<String, Set<String>>();
        for (var line : lines()) {
            var match = USES.matcher(line);
            if (match.matches()) {
                var owner = owners.getOrDefault(match.group(1), Leftover.FOREIGN);
                for (var volume : match.group(2).split(",", -1)) {
                    users.computeIfAbsent(volume, _ -> new HashSet<>()).add(owner);
                }
            }
        }
        return users;
    }

    private List<String> lines() {
        return answers.lines("containers").known().orElse(List.of());
    }

    static String owner(Container container) {
        if (container.isRancherAgent() || container.isRancherServer()) {
            return "rancher";
        }
        return container.isKubernetes() || container.isRke() ? "kubernetes" : Leftover.FOREIGN;
    }
}

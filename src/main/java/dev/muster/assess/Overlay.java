package dev.muster.assess;

import static dev.muster.assess.AssessWords.OVERLAY_HOSTS_NONE;
import static dev.muster.assess.AssessWords.OVERLAY_LINE_HYPERV;
import static dev.muster.assess.AssessWords.OVERLAY_LINE_NO;
import static dev.muster.assess.AssessWords.OVERLAY_LINE_OTHER;
import static dev.muster.assess.AssessWords.OVERLAY_LINE_RUNS;
import static dev.muster.assess.AssessWords.OVERLAY_LINE_UNKNOWN;
import static dev.muster.assess.AssessWords.OVERLAY_OWN_HYPERV;
import static dev.muster.assess.AssessWords.OVERLAY_OWN_NO;
import static dev.muster.assess.AssessWords.OVERLAY_OWN_RUNS;
import static dev.muster.assess.AssessWords.OVERLAY_OWN_UNKNOWN;

import dev.muster.base.Text;
import dev.muster.catalog.WindowsBuild;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands over the isolation matrix: the images that the chosen Rancher runs on Windows workers, the admin's own
/// images, and the admin's own hosts.
///
/// @param line  of the chosen Rancher; empty when none is chosen
/// @param hosts names by build; a host whose build isn't known, or isn't in the tables, is in none
public record Overlay(Optional<LineImages> line, List<OwnImage> images, Map<WindowsBuild, List<String>> hosts) {

    public static final Overlay NOTHING = new Overlay(Optional.empty(), List.of(), Map.of());

    /// Names in a sentence; of more, the number is said.
    private static final int NAMED = 3;

    public Overlay {
        images = List.copyOf(images);
        hosts = Map.copyOf(hosts);
    }

    /// What the chosen Rancher runs of this build, by name.
    public List<String> rancher(WindowsBuild image) {
        return line.map(known -> known.of(image.build())).orElse(List.of());
    }

    public List<String> own(WindowsBuild image) {
        return images.stream()
                .filter(one -> one.isOf(image.build()))
                .map(OwnImage::name)
                .toList();
    }

    /// The admin's hosts of this build.
    public List<String> hosts(WindowsBuild host) {
        return hosts.getOrDefault(host, List.of());
    }

    /// What a cell means for what the chosen Rancher runs and for what is the admin's own: "host win1 is 17763,
    /// Rancher 2.1's agent image is 17134: Hyper-V isolation only, and Rancher doesn't support it".
    public List<Text> about(IsolationCell cell) {
        var said = new ArrayList<Text>();
        var who = who(cell.host());
        if (!rancher(cell.image()).isEmpty()) {
            said.add(ofLine(cell, who));
        }
        var own = own(cell.image());
        if (!own.isEmpty()) {
            said.add(Text.of(
                    switch (cell.verdict()) {
                        case BOTH, PROCESS -> OVERLAY_OWN_RUNS;
                        case HYPERV -> OVERLAY_OWN_HYPERV;
                        case NONE -> OVERLAY_OWN_NO;
                        case UNKNOWN -> OVERLAY_OWN_UNKNOWN;
                    },
                    few(own),
                    own.size(),
                    who));
        }
        return said;
    }

    private Text ofLine(IsolationCell cell, Text who) {
        var known = line.orElseThrow();
        var build = cell.image().build();
        if (build != cell.host().build() && known.builds().contains(cell.host().build())) {
            return Text.of(OVERLAY_LINE_OTHER, known.rancher(), who);
        }
        return Text.of(
                switch (cell.verdict()) {
                    case BOTH, PROCESS -> OVERLAY_LINE_RUNS;
                    case HYPERV -> OVERLAY_LINE_HYPERV;
                    case NONE -> OVERLAY_LINE_NO;
                    case UNKNOWN -> OVERLAY_LINE_UNKNOWN;
                },
                known.rancher(),
                build,
                who);
    }

    /// The admin's hosts of the cell's column by name, or the build itself.
    private Text who(WindowsBuild host) {
        var mine = hosts(host);
        return mine.isEmpty()
                ? Text.of(OVERLAY_HOSTS_NONE, host.title(), host.build())
                : Text.of(AssessWords.OVERLAY_HOSTS, few(mine), mine.size(), host.build());
    }

    private static List<String> few(List<String> names) {
        if (names.size() <= NAMED) {
            return names;
        }
        var few = new ArrayList<>(names.subList(0, NAMED));
        few.add("… (" + names.size() + ")");
        return few;
    }
}

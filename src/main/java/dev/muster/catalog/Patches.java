package dev.muster.catalog;

import dev.muster.base.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The releases of a line whose first and newest are known, and of those between that there are some.
///
/// @param line      `v2.9`
/// @param newest    number of the newest patch
/// @param community number of the newest patch that isn't for Prime only
record Patches(
        String line,
        LocalDate firstReleased,
        int newest,
        @Nullable LocalDate newestReleased,
        Reading<Integer> community,
        String source) {

    List<RancherRelease> releases() {
        return IntStream.rangeClosed(0, newest).mapToObj(this::release).toList();
    }

    private RancherRelease release(int patch) {
        return new RancherRelease(
                line + "." + patch,
                patch == 0 ? firstReleased : patch == newest ? newestReleased : null,
                community.map(last -> patch > last),
                "",
                "",
                "",
                List.of(),
                source);
    }
}

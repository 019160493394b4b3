package dev.muster.assess.cluster;

import dev.muster.assess.Situation;
import dev.muster.base.Reading;
import dev.muster.catalog.KnownRancher;
import dev.muster.catalog.Version;
import java.util.Locale;

/// What a setup asks of Rancher for its cluster, with what is left out filled in.
final class Wanted {

    private Wanted() {}

    /// The whole version where it is known: as written, the newest offered one of a line, or Rancher's default.
    static Reading<String> kubernetes(KnownRancher rancher, Situation situation) {
        var written = situation.setup().cluster().kubernetes();
        if (written.isEmpty()) {
            return rancher.defaultKubernetes();
        }
        var version = Version.of(written);
        return Reading.of(
                version.parts().size() == 2
                        ? rancher.kubernetes(version.minor()).orElse(written)
                        : written);
    }

    /// The network as the setup file calls it.
    static String network(Situation situation) {
        return situation
                .setup()
                .cluster()
                .network()
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }
}

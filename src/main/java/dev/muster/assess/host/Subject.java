package dev.muster.assess.host;

import dev.muster.assess.Situation;
import dev.muster.base.Reading;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.Disks.Disk;
import dev.muster.catalog.KnownRancher;
import dev.muster.catalog.Sizes.Need;
import dev.muster.probe.Facts;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.Host;
import java.util.List;

/// The host that a check looks at, what it says, and all else that is known.
record Subject(Host host, Facts facts, Situation situation) {

    Catalog catalog() {
        return situation.catalog();
    }

    /// The room that the host needs.
    List<Disk> disks() {
        return catalog().disks().of(host.roles(), host.os(), cluster().distribution());
    }

    /// The processors and the memory that the host needs.
    Need need() {
        return catalog().sizes().of(host.roles(), host.os(), cluster().distribution());
    }

    ClusterSettings cluster() {
        return situation.setup().cluster();
    }

    Reading<KnownRancher> rancher() {
        return situation.known();
    }
}

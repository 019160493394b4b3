package dev.muster.assess.host;

import dev.muster.assess.Situation;
import dev.muster.base.Reading;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.KnownRancher;
import dev.muster.probe.Facts;
import dev.muster.setup.Host;

/// The host that a check looks at, what it says, and all else that is known.
record Subject(Host host, Facts facts, Situation situation) {

    Catalog catalog() {
        return situation.catalog();
    }

    Reading<KnownRancher> rancher() {
        return catalog().rancher(situation.setup().rancher().version());
    }
}

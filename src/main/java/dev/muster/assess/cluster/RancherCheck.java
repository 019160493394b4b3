package dev.muster.assess.cluster;

import dev.muster.assess.Check;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Situation;
import dev.muster.assess.cluster.Rule.Place;
import dev.muster.base.Reading;
import dev.muster.catalog.KnownRancher;
import java.util.List;

/// A check that asks what a Rancher release supports. Of a release that isn't known it is unknown.
abstract class RancherCheck implements Check {

    private final Rule rule;
    private final Place place;

    RancherCheck(Rule rule, String field) {
        this.rule = rule;
        this.place = Place.cluster(field);
    }

    abstract Finding assess(KnownRancher rancher, Situation situation, Rule rule, Place place);

    final Finding notApplicable(ClusterWords because) {
        return rule.notApplicable(place, because);
    }

    @Override
    public final CheckId id() {
        return rule.id();
    }

    @Override
    public List<Finding> assess(Situation situation) {
        return switch (situation.known()) {
            case Reading.Known<KnownRancher>(var known) -> List.of(assess(known, situation, rule, place));
            case Reading.Unknown<KnownRancher>(var why) -> List.of(rule.unknown(place, why));
        };
    }
}

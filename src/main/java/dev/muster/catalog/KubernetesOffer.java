package dev.muster.catalog;

import dev.muster.base.Reading;
import java.util.List;

/// What a line of Rancher offers for new clusters, from one of its releases on until the next entry.
///
/// @param since     release of Rancher: `v2.1.7`
/// @param offered   whole versions (`v1.11.6-rancher1-1`), or lines (`v1.34`), of which any patch is meant
/// @param byDefault one of these
public record KubernetesOffer(String since, List<String> offered, Reading<String> byDefault, String source) {

    public KubernetesOffer {
        offered = List.copyOf(offered);
        if (byDefault instanceof Reading.Known<String>(var one) && !offered.contains(one)) {
            throw new IllegalArgumentException("the default " + one + " isn't offered");
        }
    }
}

package dev.muster.setup.file;

import static dev.muster.setup.SetupWords.*;

import dev.muster.setup.file.Tree.Mapping;
import dev.muster.setup.file.Tree.Spot;
import dev.muster.setup.shape.Trouble;

/// What signing in to Rancher needs, and what goes with nothing else. Looks only at fields that have no problem yet.
record ApiRules(Mapping root, Report report) {

    private static final String API = "rancher.api";

    void check() {
        if (!(root.get("rancher").orElse(null) instanceof Mapping rancher)) {
            return;
        }
        if (rancher.get("api").orElse(null) instanceof Mapping api && !report.troubled(API)) {
            check(rancher, api);
        }
        // a registration command brings the checksum by which the agent confirms the authority
        rancher.get("ca")
                .filter(_ -> rancher.get("api").isEmpty())
                .ifPresent(ca -> add(ca.at(), "rancher.ca", Trouble.of(CA_WITHOUT_API)));
    }

    private void check(Mapping rancher, Mapping api) {
        if (api.get("token").isPresent() == api.get("user").isPresent()) {
            add(api.at(), API, Trouble.of(API_ONE_WAY));
        } else if (rancher.get("registration").isPresent()) {
            add(api.at(), API, Trouble.of(API_AND_REGISTRATION));
        } else if (rancher.get("server").isEmpty()) {
            add(api.at(), API, Trouble.of(API_WITHOUT_SERVER));
        } else if (isWithoutCluster()) {
            add(api.at(), API, Trouble.of(API_WITHOUT_CLUSTER));
        }
    }

    private boolean isWithoutCluster() {
        return !(root.get("cluster").orElse(null) instanceof Mapping cluster)
                || cluster.get("name").isEmpty();
    }

    private void add(Spot at, String field, Trouble trouble) {
        report.add(at, field, "", trouble);
    }
}

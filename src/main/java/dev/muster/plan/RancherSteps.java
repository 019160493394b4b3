package dev.muster.plan;

import dev.muster.base.HostName;
import dev.muster.setup.ClusterRequest;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.RegistrationReading.Foretold;
import dev.muster.setup.Setup;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The steps that make what Rancher hasn't got: the cluster, and the command by which hosts join it.
record RancherSteps(Setup setup, RegistrationReading registration) {

    /// A request takes a minute at most, and is looked after when its answer is lost.
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /// Where the server is named by an IPv6 address.
    private static final HostName NAMELESS = new HostName("rancher");

    List<Step> steps() {
        var steps = new ArrayList<Step>();
        if (registration instanceof Foretold(var _, var requests)) {
            for (var request : requests) {
                var after = steps.stream().map(Step::id).toList();
                steps.add(step(request, after));
            }
        }
        return steps;
    }

    private Step step(ClusterRequest request, List<StepId> after) {
        var server = server();
        var kind = request.makes().name().toLowerCase(Locale.ROOT);
        return new ApiStep(StepId.of(kind, server), server, setup.cluster().name(), request, after, LIMIT);
    }

    private HostName server() {
        return Optional.ofNullable(URI.create(setup.rancher().server()).getHost())
                .flatMap(HostName::parse)
                .orElse(NAMELESS);
    }
}

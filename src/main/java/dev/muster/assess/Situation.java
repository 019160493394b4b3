package dev.muster.assess;

import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.Kernel;
import dev.muster.catalog.KnownRancher;
import dev.muster.catalog.WindowsSupport;
import dev.muster.probe.Probed;
import dev.muster.probe.mesh.Mesh;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.Setup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a check may look at.
///
/// @param probed by host; a host that hasn't been asked yet is missing
/// @param known  what is known of the setup's Rancher, for clusters of the setup's kind
/// @param places of the hosts in the setup file, from 0
/// @param mesh   what came of trying the network between the hosts
public record Situation(
        Setup setup,
        RegistrationReading registration,
        Map<HostName, Probed> probed,
        Catalog catalog,
        Reading<KnownRancher> known,
        Map<HostName, Integer> places,
        Reading<Mesh> mesh) {

    public Situation {
        probed = Map.copyOf(probed);
        places = Map.copyOf(places);
    }

    /// The network between the hosts hasn't been tried.
    public Situation(Setup setup, RegistrationReading registration, Map<HostName, Probed> probed, Catalog catalog) {
        this(setup, registration, probed, catalog, Reading.unknown("not tried yet"));
    }

    public Situation(
            Setup setup,
            RegistrationReading registration,
            Map<HostName, Probed> probed,
            Catalog catalog,
            Reading<Mesh> mesh) {
        this(
                setup,
                registration,
                probed,
                catalog,
                catalog.rancher(setup.rancher().version(), setup.cluster().distribution()),
                placed(setup),
                mesh);
    }

    private static Map<HostName, Integer> placed(Setup setup) {
        var places = new HashMap<HostName, Integer>();
        for (var host : setup.hosts()) {
            places.put(host.name(), places.size());
        }
        return places;
    }

    public Optional<Probed> probed(HostName host) {
        return Optional.ofNullable(probed.get(host));
    }

    /// The images that a Windows host of this build would run, the line's first, and how each runs there.
    public List<ImageOnHost> images(int hostBuild) {
        return ImageOnHost.of(this, hostBuild);
    }

    /// How the setup's Rancher takes Windows hosts; empty: it takes none, or it isn't known.
    public Optional<WindowsSupport> windows() {
        return known.known().flatMap(rancher -> rancher.windows().known()).flatMap(windows -> windows);
    }

    /// What the kernels of the setup's kind of cluster need.
    public Kernel kernel() {
        return catalog.kernel(setup.cluster().distribution());
    }

    /// Where a host stands in the setup file: `hosts[2]`.
    public String field(HostName host) {
        var place = places.get(host);
        return place == null ? "" : "hosts[" + place + "]";
    }
}

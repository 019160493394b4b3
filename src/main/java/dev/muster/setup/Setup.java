package dev.muster.setup;

import dev.muster.base.HostName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What the admin wants, whole: one setup file, read and with its defaults filled in.
///
/// @param name letters, digits and dashes, up to 63
/// @param logins the named logins; a host holds its own, resolved
/// @param hosts in the order of the file
/// @param images the admin's own Windows images, for the isolation matrix
public record Setup(
        String name,
        Goal goal,
        RancherSettings rancher,
        ClusterSettings cluster,
        List<WindowsImage> images,
        List<Login> logins,
        List<Host> hosts,
        List<Acceptance> accept,
        Limits limits,
        CleanSettings clean) {

    /// Without a word about cleaning.
    public Setup(
            String name,
            Goal goal,
            RancherSettings rancher,
            ClusterSettings cluster,
            List<WindowsImage> images,
            List<Login> logins,
            List<Host> hosts,
            List<Acceptance> accept,
            Limits limits) {
        this(name, goal, rancher, cluster, images, logins, hosts, accept, limits, CleanSettings.DEFAULT);
    }

    public Setup {
        images = List.copyOf(images);
        logins = List.copyOf(logins);
        hosts = List.copyOf(hosts);
        accept = List.copyOf(accept);
    }

    public Optional<Host> host(HostName wanted) {
        return hosts.stream().filter(host -> host.name().equals(wanted)).findFirst();
    }

    public List<Host> hosts(Predicate<Host> wanted) {
        return hosts.stream().filter(wanted).toList();
    }

    /// The same setup with these hosts only (`--only`, *Take it out of this setup*).
    public Setup only(Set<HostName> names) {
        return withHosts(hosts(host -> names.contains(host.name())));
    }

    public Setup withHosts(List<Host> newHosts) {
        return new Setup(name, goal, rancher, cluster, images, logins, newHosts, accept, limits, clean);
    }

    public Setup withAccept(List<Acceptance> newAccept) {
        return new Setup(name, goal, rancher, cluster, images, logins, hosts, newAccept, limits, clean);
    }
}

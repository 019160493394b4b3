package dev.muster.probe;

import dev.muster.script.Script;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.Role;
import dev.muster.setup.Setup;
import java.util.ArrayList;
import java.util.List;

/// What one setup asks of a host besides its facts: whether it reaches Rancher and the registries of the images, and
/// how fast etcd's disk is.
///
/// @param server     Rancher's address, `https://host[:port]`; empty: nobody knows it yet
/// @param image      the agent's image, which may be on the host already; empty: unknown
/// @param registries where images come from, `https://registry-1.docker.io`
/// @param etcdDisk   the folder of etcd's data; empty: not on this host
public record Questions(String server, String image, List<String> registries, String etcdDisk) {

    /// No setup, only facts.
    public static final Questions NONE = new Questions("", "", List.of(), "");

    private static final String HUB = "https://registry-1.docker.io";
    /// The base layers of Windows images never come from anywhere else.
    private static final String MICROSOFTS = "https://mcr.microsoft.com";

    public Questions {
        registries = List.copyOf(registries);
    }

    public static Questions of(Setup setup, RegistrationReading registration, Host host) {
        var readable = registration.known().orElse(null);
        var server = setup.rancher().server();
        var image = readable == null ? "" : readable.image();
        return new Questions(
                server.isEmpty() && readable != null ? readable.server() : server,
                host.os() == Os.WINDOWS ? "" : image,
                registries(image, host.os()),
                etcdDisk(setup, host));
    }

    private static List<String> registries(String image, Os os) {
        var all = new ArrayList<String>();
        var first = image.contains("/") ? image.substring(0, image.indexOf('/')) : "";
        var named = first.contains(".") || first.contains(":") || first.equals("localhost");
        all.add(named && !first.equals("docker.io") ? "https://" + first : HUB);
        if (os == Os.WINDOWS) {
            all.add(MICROSOFTS);
        }
        return all;
    }

    private static String etcdDisk(Setup setup, Host host) {
        if (!host.roles().contains(Role.ETCD)) {
            return "";
        }
        return switch (setup.cluster().distribution()) {
            case RKE1 -> "/var/lib/etcd";
            case RKE2 -> "/var/lib/rancher/rke2/server/db";
            case K3S -> "/var/lib/rancher/k3s/server/db";
        };
    }

    /// The script with what is wanted of it.
    Script in(Script script) {
        var with = script;
        if (!server.isEmpty()) {
            with = with.with("SERVER", server);
        }
        if (!registries.isEmpty()) {
            with = with.with("REGISTRIES", registries);
        }
        if (!image.isEmpty()) {
            with = with.with("IMAGE", image);
        }
        return etcdDisk.isEmpty() ? with : with.with("ETCD_DISK", etcdDisk);
    }
}

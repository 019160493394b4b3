package dev.muster.setup;

import dev.muster.base.Secret;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was read in a registration command. Muster takes server, token, checksum and image from it; what the command
/// says of a node (roles, names, addresses, labels) is compared with the setup, and a difference is a finding.
///
/// Source: rancher-2.1 facts §1.5 (Linux) and §1.6 (Windows); rancher-today facts §3.1.
///
/// @param server     `https://host[:port]`, no path
/// @param token      empty: Rancher gives it once the cluster is there
/// @param caChecksum SHA-256 in 64 lower-case hexadecimal digits; empty: the command has none
/// @param image      `rancher/rancher-agent:v2.1.6`, with its registry when there is one; empty: hosts join by the
///     system agent of Rancher 2.6 and later, which a script from the server installs
/// @param shown      the kind of host that Rancher showed the command for
/// @param said       what it says of one node, word for word, and isn't used: `--node-name a`, `--label x=y`
/// @param unknownFlags flags that the line's agent doesn't know: 2.1's stops reading at the first one, today's script
///     ends
public record Registration(
        String server,
        Optional<Secret> token,
        String caChecksum,
        String image,
        Os shown,
        Set<Role> roles,
        List<String> said,
        List<String> unknownFlags) {

    public Registration {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
        said = List.copyOf(said);
        unknownFlags = List.copyOf(unknownFlags);
    }

    public boolean bySystemAgent() {
        return image.isEmpty();
    }

    /// The tag of the image, which for the Linux agent is Rancher's version: `v2.1.6`. Empty when it has none.
    public String imageTag() {
        var afterPath = image.substring(image.lastIndexOf('/') + 1);
        var colon = afterPath.indexOf(':');
        return colon < 0 ? "" : afterPath.substring(colon + 1);
    }
}

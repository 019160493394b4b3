package dev.muster.catalog;

import dev.muster.base.Reading;
import java.util.List;
import java.util.Locale;

/// An operating system that a line of Rancher was tested with.
///
/// @param name    for people: `RHEL / CentOS 7.5`
/// @param ids     as `/etc/os-release` says in `ID`
/// @param version the oldest that was tested; later ones with the same first number (for Ubuntu: the same release)
///     count too
/// @param docker  lines of Docker that were tested there
public record OsSupport(String name, List<String> ids, String version, List<String> docker, String source) {

    public OsSupport {
        ids = List.copyOf(ids);
        docker = List.copyOf(docker);
    }

    /// Whether a host's `ID` and `VERSION_ID` are these. Unknown when the host doesn't say enough: CentOS 7
    /// leaves out its minor version.
    public Reading<Boolean> covers(String id, String versionId) {
        if (!ids.contains(id.toLowerCase(Locale.ROOT))) {
            return Reading.of(false);
        }
        if (id.equals("ubuntu")) {
            return Reading.of(versionId.equals(version) || versionId.startsWith(version + "."));
        }
        var wanted = Version.of(version);
        var found = Version.of(versionId);
        if (found.parts().isEmpty() || found.part(0) != wanted.part(0)) {
            return Reading.of(false);
        }
        return found.parts().size() == 1
                ? Reading.unknown(id + " " + versionId)
                : Reading.of(found.compareTo(wanted) >= 0);
    }
}

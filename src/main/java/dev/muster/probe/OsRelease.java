package dev.muster.probe;

import java.util.List;

/// `/etc/os-release`: `ubuntu`, `16.04`, `Ubuntu 16.04.7 LTS`, and what it is like.
public record OsRelease(String id, String versionId, String prettyName, List<String> idLike) {

    public OsRelease {
        idLike = List.copyOf(idLike);
    }
}

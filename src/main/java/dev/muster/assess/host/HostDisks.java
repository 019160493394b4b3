package dev.muster.assess.host;

import dev.muster.base.Reading;
import dev.muster.probe.DiskSpace;
import dev.muster.probe.Docker;
import dev.muster.probe.Facts;

/// Finds the disk that holds a path of the catalogue; Docker's own folder may be elsewhere.
final class HostDisks {

    private static final String DOCKER = "/var/lib/docker";

    private HostDisks() {}

    static Reading<DiskSpace> of(Facts facts, String path) {
        if (path.equals(DOCKER)
                && facts.docker() instanceof Reading.Known<Docker>(Docker.Running running)
                && facts.disks().containsKey(running.rootDirectory())) {
            return facts.disks().get(running.rootDirectory());
        }
        return facts.disks().getOrDefault(path, Reading.unknown("not asked"));
    }
}

package dev.muster.catalog;

import dev.muster.base.Bytes;
import dev.muster.setup.ClusterSettings.Distribution;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import java.util.List;
import java.util.Set;

/// Room that a node needs on its file systems.
public record Disks(List<Disk> disks, Inodes inodes) {

    public Disks {
        disks = List.copyOf(disks);
    }

    public List<Disk> of(Set<Role> roles, Os os, Distribution distribution) {
        return disks.stream()
                .filter(disk -> disk.os() == os && disk.distributions().contains(distribution))
                .filter(disk -> disk.roles().stream().anyMatch(roles::contains))
                .toList();
    }

    /// @param floor       less free room stops the join
    /// @param advice      less free room wants a word
    /// @param freePercent less, of the file system's size, wants a word; 0: no such rule
    public record Disk(
            Set<Distribution> distributions,
            Os os,
            String path,
            Set<Role> roles,
            Bytes floor,
            Bytes advice,
            int freePercent,
            String source) {

        public Disk {
            distributions = Set.copyOf(distributions);
            roles = Set.copyOf(roles);
            if (!advice.atLeast(floor)) {
                throw new IllegalArgumentException("the advice is below the floor");
            }
        }

        /// What is advised on a file system of this size: the greater of the amount and the share.
        public Bytes advice(Bytes size) {
            var share = new Bytes(size.value() / 100 * freePercent);
            return share.atLeast(advice) ? share : advice;
        }
    }

    /// @param freePercent fewer free, of all, want a word
    public record Inodes(int freePercent, String source) {}
}

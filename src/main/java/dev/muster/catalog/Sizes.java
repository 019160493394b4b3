package dev.muster.catalog;

import dev.muster.base.Bytes;
import dev.muster.setup.ClusterSettings.Distribution;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a node needs, by distribution, system and role; and what Rancher's own servers need.
///
/// @param tolerancePercent so much less still fits
/// @param servers          of Rancher itself, from small to large
public record Sizes(int tolerancePercent, List<Size> roles, List<Server> servers) {

    public Sizes {
        roles = List.copyOf(roles);
        servers = List.copyOf(servers);
    }

    /// @param floorCores  fewer stop the join
    /// @param adviceCores fewer want a word
    public record Size(
            Set<Distribution> distributions,
            Os os,
            Set<Role> roles,
            int floorCores,
            Bytes floorMemory,
            int adviceCores,
            Bytes adviceMemory,
            String source) {

        public Size {
            distributions = Set.copyOf(distributions);
            roles = Set.copyOf(roles);
            if (adviceCores < floorCores || !adviceMemory.atLeast(floorMemory)) {
                throw new IllegalArgumentException("the advice is below the floor");
            }
        }
    }

    /// One server of an installation, one of three or more.
    ///
    /// @param lines    of Rancher
    /// @param clusters up to so many
    /// @param nodes    up to so many in all
    public record Server(
            List<String> lines, String name, int clusters, int nodes, int cores, Bytes memory, String source) {

        public Server {
            lines = List.copyOf(lines);
        }
    }

    /// The most that any of the roles needs. Roles without a row need nothing.
    public Need of(Set<Role> held, Os os, Distribution distribution) {
        var rows = roles.stream()
                .filter(size -> size.distributions().contains(distribution) && size.os() == os)
                .filter(size -> size.roles().stream().anyMatch(held::contains))
                .toList();
        return new Need(
                rows.stream().mapToInt(Size::floorCores).max().orElse(0),
                most(rows, Size::floorMemory),
                rows.stream().mapToInt(Size::adviceCores).max().orElse(0),
                most(rows, Size::adviceMemory),
                rows.stream().map(Size::source).distinct().collect(Collectors.joining("; ")));
    }

    private static Bytes most(List<Size> rows, Function<Size, Bytes> memory) {
        return rows.stream().map(memory).max(Comparator.naturalOrder()).orElse(new Bytes(0));
    }

    /// The sizes of Rancher's own servers under a line (`v2.15`), from small to large; empty where none was read.
    public List<Server> servers(String line) {
        return servers.stream().filter(server -> server.lines().contains(line)).toList();
    }

    /// What one host needs.
    public record Need(int floorCores, Bytes floorMemory, int adviceCores, Bytes adviceMemory, String source) {}
}

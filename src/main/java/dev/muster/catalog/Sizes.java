package dev.muster.catalog;

import dev.muster.base.Bytes;
import dev.muster.setup.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a node of an RKE1 cluster needs, by role.
///
/// @param tolerancePercent so much less still fits
public record Sizes(int tolerancePercent, List<Size> roles) {

    public Sizes {
        roles = List.copyOf(roles);
    }

    /// @param floorCores  fewer stop the join
    /// @param adviceCores fewer want a word
    public record Size(
            Role role, int floorCores, Bytes floorMemory, int adviceCores, Bytes adviceMemory, String source) {}

    /// The most that any of the roles needs. Roles without a row need nothing.
    public Need of(Set<Role> held) {
        var rows = roles.stream().filter(size -> held.contains(size.role())).toList();
        return new Need(
                rows.stream().mapToInt(Size::floorCores).max().orElse(0),
                rows.stream()
                        .map(Size::floorMemory)
                        .max(Comparator.naturalOrder())
                        .orElse(new Bytes(0)),
                rows.stream().mapToInt(Size::adviceCores).max().orElse(0),
                rows.stream()
                        .map(Size::adviceMemory)
                        .max(Comparator.naturalOrder())
                        .orElse(new Bytes(0)),
                rows.stream().map(Size::source).distinct().collect(Collectors.joining("; ")));
    }

    /// What one host needs.
    public record Need(int floorCores, Bytes floorMemory, int adviceCores, Bytes adviceMemory, String source) {}
}

package dev.muster.ui.hosts;

import dev.muster.base.Problem;
import dev.muster.ui.work.HostForm;
import java.util.List;
import java.util.Locale;

/// One row of the table.
///
/// @param place among the setup's hosts, from 0
/// @param user  who signs in; empty: this workstation's user
/// @param via   the bastion before it; empty: none
/// @param faults what the file's reader says against it
public record HostRow(int place, HostForm host, String user, String via, List<Problem> faults) {

    public HostRow {
        faults = List.copyOf(faults);
    }

    boolean matches(String filter) {
        var wanted = filter.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty() || asText().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /// The row as admins paste it elsewhere: columns with tabs between.
    String asText() {
        var roles = host.roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .toList();
        return String.join("\t", host.name(), host.shownAddress(), String.join(",", roles), user, via)
                .strip();
    }
}

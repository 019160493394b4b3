package dev.muster.ui.work;

import dev.muster.base.Problem;
import java.util.List;

/// What was read in a pasted list or an imported file.
///
/// @param logins   the ways to sign in that the list names
/// @param bastions those that the hosts name
/// @param problems lines that can't be read, each with its number
public record Imported(
        List<HostForm> hosts, List<LoginForm> logins, List<BastionForm> bastions, List<Problem> problems) {

    public static final Imported NOTHING = new Imported(List.of(), List.of(), List.of(), List.of());

    public Imported {
        hosts = List.copyOf(hosts);
        logins = List.copyOf(logins);
        bastions = List.copyOf(bastions);
        problems = List.copyOf(problems);
    }
}

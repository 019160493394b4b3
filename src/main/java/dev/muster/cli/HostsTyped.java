package dev.muster.cli;

import dev.muster.base.HostName;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.plan.Plan;
import java.util.List;

/// The names of the hosts on which a plan destroys something, as a person types them: each one, no other.
record HostsTyped(Terms terms) {

    /// @param given of `--clean`; empty: the terminal is asked
    /// @return false: a person typed something else
    /// @throws ProblemException when names were given and aren't exactly the plan's
    boolean confirmed(Plan plan, List<String> given) {
        var hosts = plan.destroysOn();
        if (hosts.isEmpty()) {
            return true;
        }
        if (!given.isEmpty()) {
            compare(hosts, given);
            return true;
        }
        if (!terms.console().terminal()) {
            throw new ProblemException(missing(hosts));
        }
        for (var host : hosts) {
            var said = terms.console().ask(terms.texts().of(CliWords.ASK_CLEAN, host));
            if (said.map(String::strip).filter(host.value()::equals).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static void compare(List<HostName> hosts, List<String> given) {
        var names = hosts.stream().map(HostName::value).toList();
        var typed = given.stream().map(String::strip).toList();
        var other = typed.stream().filter(name -> !names.contains(name)).toList();
        if (!other.isEmpty()) {
            throw new ProblemException(Problem.input(
                    Place.field("--clean", String.join(",", other)),
                    Text.of(CliWords.CLEAN_OTHER, other),
                    Text.of(CliWords.CLEAN_OTHER_WHY, names),
                    Text.of(CliWords.CLEAN_OTHER_FIX)));
        }
        var left = hosts.stream().filter(host -> !typed.contains(host.value())).toList();
        if (!left.isEmpty()) {
            throw new ProblemException(missing(left));
        }
    }

    private static Problem missing(List<HostName> hosts) {
        var names = hosts.stream().map(HostName::value).toList();
        return Problem.input(
                Place.field("--clean", ""),
                Text.of(CliWords.CLEAN_MISSING, names),
                Text.of(CliWords.CLEAN_MISSING_WHY),
                Text.of(CliWords.CLEAN_MISSING_FIX, String.join(",", names)));
    }
}

package dev.muster.ui.run;

import dev.muster.base.HostName;
import dev.muster.base.Problem;
import dev.muster.base.Text;
import dev.muster.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Hosts that another run keeps locked. Their locks are taken when the name of each was typed.
public record TakeOver(List<Locked> locked) {

    public static final TakeOver NONE = new TakeOver(List.of());

    /// A host whose lock somebody else holds.
    ///
    /// @param who   holds it, since when
    /// @param typed so far
    public record Locked(HostName host, Text who, Text why, String typed) {

        boolean settled() {
            return typed.strip().equals(host.value());
        }
    }

    public TakeOver {
        locked = List.copyOf(locked);
    }

    /// What keeps a run of this plan from its hosts.
    static TakeOver of(Plan plan, List<Problem> problems) {
        Map<HostName, Locked> found = new LinkedHashMap<>();
        problems.stream()
                .filter(problem -> problem.kind() == Problem.Kind.LOCKED)
                .forEach(problem -> HostName.parse(problem.place().field())
                        .filter(plan.hosts()::contains)
                        .ifPresent(host -> found.put(host, new Locked(host, problem.what(), problem.why(), ""))));
        return new TakeOver(List.copyOf(found.values()));
    }

    TakeOver typed(HostName host, String name) {
        return new TakeOver(locked.stream()
                .map(it -> it.host().equals(host) ? new Locked(host, it.who(), it.why(), name) : it)
                .toList());
    }

    public boolean any() {
        return !locked.isEmpty();
    }

    /// Whether every name was typed.
    public boolean settled() {
        return any() && locked.stream().allMatch(Locked::settled);
    }

    Set<HostName> hosts() {
        return Set.copyOf(locked.stream().map(Locked::host).toList());
    }
}

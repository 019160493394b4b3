package dev.muster.ui.reach;

import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.Clock;
import dev.muster.probe.Docker;
import dev.muster.probe.Facts;
import dev.muster.probe.Membership;
import dev.muster.ui.kit.UiWords;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/// A host's facts as lines to read; what isn't known says why.
final class FactLines {

    private final List<FactLine> lines = new ArrayList<>();

    private FactLines() {}

    static List<FactLine> of(Facts facts) {
        var all = new FactLines();
        all.add(UiWords.FACT_OS, facts.os(), os -> as(os.prettyName()));
        all.add(UiWords.FACT_ARCHITECTURE, facts.architecture(), FactLines::as);
        all.add(UiWords.FACT_KERNEL, facts.kernel(), FactLines::as);
        all.add(UiWords.FACT_CPUS, facts.cpus(), FactLines::as);
        all.add(UiWords.FACT_MEMORY, facts.memory(), FactLines::as);
        all.add(UiWords.FACT_SWAP, facts.swap(), FactLines::as);
        all.add(UiWords.FACT_DOCKER, facts.docker(), FactLines::docker);
        all.add(UiWords.FACT_CLOCK, facts.clock(), FactLines::clock);
        all.add(
                UiWords.FACT_ADDRESSES,
                facts.addresses(),
                addresses -> as(addresses.stream()
                        .map(address -> address.address().toString())
                        .toList()));
        new TreeMap<>(facts.disks())
                .forEach((path, disk) -> all.add(UiWords.text(UiWords.FACT_FREE, path), disk.map(it -> as(it.free()))));
        all.add(UiWords.FACT_MEMBER, facts.membership(), FactLines::membership);
        all.add(
                UiWords.FACT_LEFTOVERS,
                facts.leftovers(),
                left -> UiWords.text(UiWords.FACT_LEFTOVERS_COUNT, left.size()));
        return List.copyOf(all.lines);
    }

    private <T> void add(UiWords name, Reading<T> reading, Function<T, Text> shown) {
        add(UiWords.text(name), reading.map(shown));
    }

    private void add(Text name, Reading<Text> reading) {
        lines.add(
                switch (reading) {
                    case Reading.Known<Text>(var value) -> new FactLine(name, value, true);
                    case Reading.Unknown<Text>(var why) ->
                        new FactLine(name, UiWords.text(UiWords.FACTS_UNKNOWN, why), false);
                });
    }

    private static Text as(Object value) {
        return UiWords.text(UiWords.AS_IS, value);
    }

    private static Text docker(Docker docker) {
        return switch (docker) {
            case Docker.Absent() -> UiWords.text(UiWords.FACT_DOCKER_ABSENT);
            case Docker.Silent(var version, var why) -> UiWords.text(UiWords.FACT_DOCKER_SILENT, version, why);
            case Docker.Running running ->
                UiWords.text(UiWords.FACT_DOCKER_RUNNING, running.version(), running.storageDriver());
        };
    }

    private static Text clock(Clock clock) {
        return UiWords.text(
                clock.ahead().isNegative() ? UiWords.FACT_CLOCK_BEHIND : UiWords.FACT_CLOCK_AHEAD,
                clock.ahead().abs(),
                clock.error());
    }

    private static Text membership(Membership membership) {
        return switch (membership) {
            case Membership.None() -> UiWords.text(UiWords.FACT_MEMBER_NONE);
            case Membership.Agent agent when agent.server().isEmpty() -> UiWords.text(UiWords.FACT_MEMBER_UNNAMED);
            case Membership.Agent agent -> UiWords.text(UiWords.FACT_MEMBER_OF, agent.server());
        };
    }
}

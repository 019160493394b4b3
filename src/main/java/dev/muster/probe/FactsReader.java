package dev.muster.probe;

import dev.muster.base.Reading;
import dev.muster.remote.Output;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Makes [Facts] of what `probe.sh` printed. Whatever can't be read is unknown, with the reason; nothing else
/// suffers.
final class FactsReader {

    private FactsReader() {}

    static Facts read(Output output) {
        var answers = Answers.read(output.out());
        var containers = Containers.of(answers);
        var leftovers = new LeftoverFacts(answers, containers);
        return new Facts(
                MachineFacts.shown(answers, "hostname"),
                os(answers),
                MachineFacts.shown(answers, "architecture"),
                MachineFacts.shown(answers, "kernel"),
                MachineFacts.shown(answers, "init"),
                MachineFacts.cpus(answers),
                MachineFacts.memory(answers, "MemTotal"),
                MachineFacts.memory(answers, "SwapTotal"),
                DiskFacts.of(answers),
                byName(answers, "module:", MachineFacts::module),
                MachineFacts.cgroups(answers),
                byName(answers, "sysctl:", MachineFacts::shown),
                MachineFacts.selinux(answers),
                FirewallFacts.of(answers),
                NetworkFacts.resolver(answers),
                MachineFacts.shown(answers, "machine-id"),
                MachineFacts.shown(answers, "product-uuid"),
                NetworkFacts.addresses(answers),
                NetworkFacts.routes(answers),
                NetworkFacts.sourceToInternet(answers),
                ClockFacts.clock(answers.clock(), output.sent(), output.firstByte()),
                ClockFacts.timeSync(answers),
                MachineFacts.shown(answers, "zone"),
                DockerFacts.engine(answers),
                ListenerFacts.of(answers),
                SystemAgent.membership(answers)
                        .map(Reading::of)
                        .orElseGet(() -> DockerFacts.membership(answers, containers)),
                DockerFacts.rancherServers(containers),
                leftovers.all(),
                EtcdFacts.members(answers),
                Surroundings.appArmor(answers),
                Surroundings.networkManager(answers),
                Surroundings.cattleId(answers),
                Surroundings.etcdDisk(answers),
                new Outlook(
                        VisitFacts.rancher(answers),
                        VisitFacts.of(answers, "registry"),
                        VisitFacts.of(answers, "mirror"),
                        Surroundings.imageHere(answers),
                        Surroundings.proxies(answers)),
                Optional.empty());
    }

    private static Reading<OsRelease> os(Answers answers) {
        var redhat = answers.text("redhat").known().orElse("");
        return answers.text("os").map(OsReleaseReader::read).map(os -> OsReleaseReader.refined(os, redhat));
    }

    private static <T> Map<String, Reading<T>> byName(
            Answers answers, String prefix, BiFunction<Answers, String, Reading<T>> read) {
        var found = new LinkedHashMap<String, Reading<T>>();
        Set<String> names = answers.startingWith(prefix);
        for (var name : names) {
            found.put(name, read.apply(answers, prefix + name));
        }
        return found;
    }
}

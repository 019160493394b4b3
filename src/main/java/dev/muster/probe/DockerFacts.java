package dev.muster.probe;

import dev.muster.base.Reading;
import dev.muster.base.Sha256;
import dev.muster.probe.Answers.Answer;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The Docker engine, and what of Rancher runs in it.
final class DockerFacts {

    private static final Pattern CLIENT = Pattern.compile("Docker version ([^,\\s]+).*");
    /// Exit status of the script's question when Docker's root isn't `/var/lib/docker`.
    private static final int ROOT_ELSEWHERE = 3;

    private static final String BACKING = "+ Backing Filesystem = ";
    private static final Pattern SERVER = Pattern.compile("CATTLE_SERVER=(https?://[A-Za-z0-9.:_\\[\\]-]+)/?.*");

    private DockerFacts() {}

    static Reading<Docker> engine(Answers answers) {
        if (answers.answer("docker") instanceof Answer.NotHad(var why) && why.startsWith("docker: command")) {
            return Reading.of(new Docker.Absent());
        }
        return switch (answers.text("docker", Set.of(0, ROOT_ELSEWHERE))
                .map(text -> text.lines().map(Clean::text).toList())) {
            case Reading.Known<List<String>>(var lines)
            when lines.size() >= 4 && !lines.getFirst().isBlank() -> Reading.of(running(lines));
            case Reading.Known<List<String>> _ -> Reading.of(silent(answers, "docker info: no version"));
            case Reading.Unknown<List<String>>(var why)
            when answers.has("docker-client") -> Reading.of(silent(answers, why));
            case Reading.Unknown<List<String>>(var why) -> Reading.unknown(why);
        };
    }

    private static Docker running(List<String> lines) {
        var backing = lines.stream()
                .filter(line -> line.startsWith(BACKING))
                .map(line -> line.substring(BACKING.length()).strip())
                .findFirst()
                .orElse("");
        return new Docker.Running(
                lines.get(0).strip(),
                lines.get(1).strip(),
                lines.get(2).strip(),
                lines.get(3).strip(),
                backing);
    }

    private static Docker silent(Answers answers, String why) {
        var client = answers.text("docker-client").known().orElse("");
        var match = CLIENT.matcher(client.lines().findFirst().orElse(""));
        var error = answers.answer("docker-error") instanceof Answer.Said said
                ? Answers.split(said.text()).stream().reduce("", (_, last) -> last)
                : "";
        return new Docker.Silent(
                match.matches() ? Clean.text(match.group(1)) : "", error.isEmpty() ? why : Clean.text(error));
    }

    static Reading<List<String>> rancherServers(Reading<List<Container>> containers) {
        return containers.map(all -> all.stream()
                .filter(container -> container.isRancherServer() && !container.ended())
                .map(Container::name)
                .toList());
    }

    /// What a join leaves: the file `serverca`, an agent's container, later the cluster's own agent pod.
    ///
    /// Source: rancher-2.1 facts §1.5.
    static Reading<Membership> membership(Answers answers, Reading<List<Container>> containers) {
        var authority = authority(answers);
        return switch (authority) {
            case Reading.Unknown<String>(var why) -> Reading.unknown(why);
            case Reading.Known<String>(var checksum) ->
                switch (containers) {
                    case Reading.Known<List<Container>>(var all) -> membership(answers, all, checksum);
                    case Reading.Unknown<List<Container>>(var why) when checksum.isEmpty() -> Reading.unknown(why);
                    case Reading.Unknown<List<Container>> _ ->
                        Reading.of(new Membership.Agent("", checksum, false, false, ""));
                };
        };
    }

    private static Reading<Membership> membership(Answers answers, List<Container> all, String checksum) {
        var agents = all.stream()
                .filter(Container::isRancherAgent)
                .sorted(Comparator.comparing((Container agent) -> !agent.runs())
                        .thenComparing(agent -> !agent.isNodeAgent()))
                .toList();
        if (agents.isEmpty() && checksum.isEmpty()) {
            return Reading.of(new Membership.None());
        }
        var running = agents.stream().anyMatch(Container::runs);
        var complete = agents.stream().anyMatch(agent -> agent.runs() && agent.isNodeAgent());
        if (agents.isEmpty()) {
            return Reading.of(new Membership.Agent("", checksum, false, false, ""));
        }
        var agent = agents.getFirst();
        return Reading.of(new Membership.Agent(server(answers, agent), checksum, running, complete, agent.name()));
    }

    /// What this agent's environment or its words call its server: after `container ID`, up to the next
    /// container.
    private static String server(Answers answers, Container agent) {
        var ours = false;
        for (var line : answers.lines("containers").known().orElse(List.of())) {
            if (line.startsWith("container ")) {
                ours = line.equals("container " + agent.id());
            } else if (ours) {
                var match = SERVER.matcher(line);
                if (match.matches()) {
                    return match.group(1);
                }
            }
        }
        return "";
    }

    /// SHA-256 of the server's CA; empty when the host has none. 2.1's agent compares the text byte by byte, its
    /// last line break included.
    private static Reading<String> authority(Answers answers) {
        return switch (answers.answer("serverca")) {
            case Answer.Said said -> Reading.of(Sha256.hex(said.bytes()));
            case Answer.NotHad(var why) when why.endsWith(": not there") -> Reading.of("");
            case Answer.NotHad(var why) -> Reading.unknown(why);
        };
    }
}

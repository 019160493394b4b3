package dev.muster.run;

import static dev.muster.run.TextCodec.constant;
import static dev.muster.run.TextCodec.word;

import dev.muster.base.HostName;
import dev.muster.plan.StepId;
import dev.muster.setup.Goal;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A journal's entry as one line of JSON.
final class JournalCodec {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = new JsonMapper();

    private JournalCodec() {}

    static String write(Entry entry) {
        var node = NODES.objectNode().put("time", entry.time().toString());
        fill(node, entry);
        return MAPPER.writeValueAsString(node);
    }

    private static void fill(ObjectNode node, Entry entry) {
        switch (entry) {
            case Entry.Started started ->
                node.put("entry", "started")
                        .put("run", started.run().value())
                        .put("setup", started.setup())
                        .put("goal", word(started.goal()))
                        .put("base", started.base());
            case Entry.TakenUp taken ->
                node.put("entry", "taken-up")
                        .put("owner", taken.by().owner())
                        .put("workstation", taken.by().name())
                        .put("process", taken.by().process());
            case Entry.Stepped stepped -> {
                node.put("entry", "step")
                        .put("step", stepped.step().value())
                        .put("host", stepped.host().value())
                        .put("state", word(stepped.state()))
                        .put("attempt", stepped.attempt())
                        .put("exit", stepped.exit());
                if (stepped.problem() != null) {
                    node.set("problem", TextCodec.write(stepped.problem()));
                }
            }
            case Entry.Locked locked ->
                node.put("entry", "lock")
                        .put("host", locked.host().value())
                        .put("change", word(locked.change()))
                        .put("from", locked.from());
            case Entry.Noted noted ->
                node.put("entry", "note").put("host", noted.host().value()).set("what", TextCodec.write(noted.what()));
            case Entry.Ended ended ->
                node.put("entry", "ended")
                        .put("end", word(ended.end()))
                        .set("problems", TextCodec.problems(ended.problems()));
        }
    }

    /// @throws RuntimeException of many kinds when the line isn't an entry
    static Entry read(String line) {
        var node = MAPPER.readTree(line);
        var time = Instant.parse(node.path("time").asString());
        return switch (node.path("entry").asString()) {
            case "started" ->
                new Entry.Started(
                        time,
                        new RunId(node.path("run").asString()),
                        node.path("setup").asString(),
                        constant(Goal.class, node.path("goal").asString()),
                        node.path("base").asString());
            case "taken-up" ->
                new Entry.TakenUp(
                        time,
                        new Workstation(
                                node.path("owner").asString(),
                                node.path("workstation").asString(),
                                node.path("process").asLong()));
            case "step" ->
                new Entry.Stepped(
                        time,
                        new StepId(node.path("step").asString()),
                        host(node),
                        constant(StepState.class, node.path("state").asString()),
                        node.path("attempt").asInt(),
                        node.path("exit").asInt(),
                        node.has("problem") ? TextCodec.problem(node.path("problem")) : null);
            case "lock" ->
                new Entry.Locked(
                        time,
                        host(node),
                        constant(Entry.Locked.Change.class, node.path("change").asString()),
                        node.path("from").asString());
            case "note" -> new Entry.Noted(time, host(node), TextCodec.text(node.path("what")));
            case "ended" ->
                new Entry.Ended(
                        time,
                        constant(RunEnd.class, node.path("end").asString()),
                        TextCodec.problems(node.path("problems")));
            case String other -> throw new IllegalArgumentException("not a kind of entry: " + other);
        };
    }

    private static HostName host(JsonNode node) {
        return new HostName(node.path("host").asString());
    }
}

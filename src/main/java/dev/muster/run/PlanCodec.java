package dev.muster.run;

import static dev.muster.run.TextCodec.constant;
import static dev.muster.run.TextCodec.word;

import dev.muster.base.HostName;
import dev.muster.plan.ApiStep;
import dev.muster.plan.Phase;
import dev.muster.plan.Plan;
import dev.muster.plan.Proof;
import dev.muster.plan.ScriptStep;
import dev.muster.plan.Step;
import dev.muster.plan.StepId;
import dev.muster.plan.Wait;
import dev.muster.script.Parameter;
import dev.muster.script.Script;
import dev.muster.setup.ClusterRequest;
import dev.muster.setup.Goal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A plan as `plan.json`. It names secrets and holds none.
final class PlanCodec {

    private static final String SCRIPT = "script";
    private static final String API = "api";
    private static final String WAIT = "wait";
    private static final String PROOF = "proof";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = new JsonMapper();

    private PlanCodec() {}

    static String write(Plan plan) {
        var root = NODES.objectNode().put("goal", word(plan.goal())).put("setup", plan.setup());
        var phases = root.putArray("phases");
        for (var phase : plan.phases()) {
            var node = phases.addObject().put("id", phase.id());
            node.set("title", TextCodec.write(phase.title()));
            var steps = node.putArray("steps");
            phase.steps().forEach(step -> steps.add(write(step)));
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    static Plan read(String json) {
        var root = MAPPER.readTree(json);
        var phases = new ArrayList<Phase>();
        for (var node : root.path("phases")) {
            var steps = new ArrayList<Step>();
            node.path("steps").forEach(step -> steps.add(step(step)));
            phases.add(new Phase(node.path("id").asString(), TextCodec.text(node.path("title")), steps));
        }
        return new Plan(
                constant(Goal.class, root.path("goal").asString()),
                root.path("setup").asString(),
                phases);
    }

    private static ObjectNode write(Step step) {
        var node = NODES.objectNode()
                .put("id", step.id().value())
                .put("host", step.host().value())
                .put("timeoutSeconds", step.timeout().toSeconds())
                .put("quorum", step.quorum());
        var after = node.putArray("after");
        step.after().forEach(id -> after.add(id.value()));
        switch (step) {
            case ScriptStep script -> {
                node.put("kind", SCRIPT).put("reboots", script.reboots());
                node.set("title", TextCodec.write(script.title()));
                node.set("undo", TextCodec.write(script.undo()));
                node.put("script", script.script().file());
                node.set("parameters", write(script.script().parameters()));
            }
            case ApiStep api -> {
                var request = api.request();
                node.put("kind", API)
                        .put("cluster", api.cluster())
                        .put("makes", word(request.makes()))
                        .put("method", request.method())
                        .put("path", request.path())
                        .put("body", request.body());
            }
            case Proof proof -> {
                node.put("kind", PROOF);
                proof.gone().forEach(node.putArray("gone")::add);
                proof.stays().forEach(node.putArray("stays")::add);
            }
            case Wait wait ->
                node.put("kind", WAIT)
                        .put("cluster", wait.cluster())
                        .put("node", wait.node().value());
        }
        return node;
    }

    private static ArrayNode write(List<Parameter> parameters) {
        var array = NODES.arrayNode();
        for (var parameter : parameters) {
            var node = array.addObject().put("name", parameter.name());
            switch (parameter) {
                case Parameter.Word word -> node.put("word", word.value());
                case Parameter.Words words -> words.values().forEach(node.putArray("words")::add);
                case Parameter.SecretFile file -> node.put("secret", file.secret());
            }
        }
        return array;
    }

    private static Step step(JsonNode node) {
        return switch (node.path("kind").asString()) {
            case SCRIPT -> script(node);
            case API -> api(node);
            case PROOF ->
                new Proof(
                        new StepId(node.path("id").asString()),
                        new HostName(node.path("host").asString()),
                        strings(node.path("gone")),
                        strings(node.path("stays")),
                        after(node),
                        timeout(node));
            case WAIT ->
                new Wait(
                        new StepId(node.path("id").asString()),
                        new HostName(node.path("host").asString()),
                        node.path("cluster").asString(),
                        new HostName(node.path("node").asString()),
                        after(node),
                        timeout(node),
                        node.path("quorum").asBoolean());
            default -> throw new IllegalArgumentException("not a kind of step: " + node.path("kind"));
        };
    }

    private static List<StepId> after(JsonNode node) {
        return strings(node.path("after")).stream().map(StepId::new).toList();
    }

    private static Duration timeout(JsonNode node) {
        return Duration.ofSeconds(node.path("timeoutSeconds").asLong());
    }

    private static Step api(JsonNode node) {
        return new ApiStep(
                new StepId(node.path("id").asString()),
                new HostName(node.path("host").asString()),
                node.path("cluster").asString(),
                new ClusterRequest(
                        constant(ClusterRequest.Makes.class, node.path("makes").asString()),
                        node.path("method").asString(),
                        node.path("path").asString(),
                        node.path("body").asString()),
                after(node),
                timeout(node));
    }

    private static Step script(JsonNode node) {
        var script = Script.of(node.path("script").asString());
        for (var parameter : node.path("parameters")) {
            script = with(script, parameter);
        }
        return new ScriptStep(
                new StepId(node.path("id").asString()),
                new HostName(node.path("host").asString()),
                TextCodec.text(node.path("title")),
                script,
                after(node),
                timeout(node),
                TextCodec.text(node.path("undo")),
                node.path("quorum").asBoolean(),
                node.path("reboots").asBoolean(false));
    }

    private static Script with(Script script, JsonNode parameter) {
        var name = parameter.path("name").asString();
        if (parameter.has("secret")) {
            return script.withSecret(name, parameter.path("secret").asString());
        }
        return parameter.has("words")
                ? script.with(name, strings(parameter.path("words")))
                : script.with(name, parameter.path("word").asString());
    }

    private static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(node -> strings.add(node.asString()));
        return strings;
    }
}

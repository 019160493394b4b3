package dev.muster.run;

import dev.muster.base.Bytes;
import dev.muster.base.HostName;
import dev.muster.base.Key;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Sentences and problems as JSON: key and arguments, so that a run can be read in either language later.
final class TextCodec {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TextCodec() {}

    static ObjectNode write(Text text) {
        var node = NODES.objectNode();
        node.put("text", text.key().room() + "/" + text.key().id());
        if (!text.arguments().isEmpty()) {
            node.set("with", list(text.arguments()));
        }
        return node;
    }

    static Text text(JsonNode node) {
        var name = node.path("text").asString();
        var slash = name.indexOf('/');
        return new Text(
                StoredKey.of(name.substring(0, slash), name.substring(slash + 1)), arguments(node.path("with")));
    }

    static ObjectNode write(Problem problem) {
        var node = NODES.objectNode();
        node.put("kind", word(problem.kind()));
        var place = problem.place();
        node.set(
                "place",
                NODES.objectNode()
                        .put("file", place.file())
                        .put("line", place.line())
                        .put("column", place.column())
                        .put("field", place.field())
                        .put("value", place.value()));
        node.set("what", write(problem.what()));
        node.set("why", write(problem.why()));
        node.set("fix", write(problem.fix()));
        return node;
    }

    static Problem problem(JsonNode node) {
        var place = node.path("place");
        return new Problem(
                constant(Problem.Kind.class, node.path("kind").asString()),
                new Place(
                        place.path("file").asString(),
                        place.path("line").asInt(),
                        place.path("column").asInt(),
                        place.path("field").asString(),
                        place.path("value").asString()),
                text(node.path("what")),
                text(node.path("why")),
                text(node.path("fix")));
    }

    static ArrayNode problems(List<Problem> problems) {
        var array = NODES.arrayNode();
        problems.forEach(problem -> array.add(write(problem)));
        return array;
    }

    static List<Problem> problems(JsonNode array) {
        var problems = new ArrayList<Problem>();
        array.forEach(node -> problems.add(problem(node)));
        return problems;
    }

    /// `NOT_APPLICABLE` as `not-applicable`.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static ArrayNode list(List<?> values) {
        var array = NODES.arrayNode();
        values.forEach(value -> array.add(argument(value)));
        return array;
    }

    private static JsonNode argument(Object value) {
        return switch (value) {
            case Text text -> write(text);
            case Key key -> write(new Text(key, List.of()));
            case Bytes bytes -> NODES.objectNode().put("bytes", bytes.value());
            case Duration duration -> NODES.objectNode().put("duration", duration.toString());
            case HostName name -> NODES.objectNode().put("host", name.value());
            case Enum<?> constant -> NODES.stringNode(word(constant));
            case List<?> list -> list(list);
            case Integer number -> NODES.numberNode(number);
            case Number number -> NODES.numberNode(number.longValue());
            case Object other -> NODES.stringNode(other.toString());
        };
    }

    private static List<Object> arguments(JsonNode array) {
        var values = new ArrayList<Object>();
        array.forEach(node -> values.add(argument(node)));
        return values;
    }

    private static Object argument(JsonNode node) {
        if (node.isArray()) {
            return arguments(node);
        }
        if (node.isInt()) {
            return node.asInt();
        }
        if (node.isNumber()) {
            return node.asLong();
        }
        if (node.has("text")) {
            return text(node);
        }
        if (node.has("bytes")) {
            return new Bytes(node.path("bytes").asLong());
        }
        if (node.has("duration")) {
            return Duration.parse(node.path("duration").asString());
        }
        return node.has("host") ? new HostName(node.path("host").asString()) : node.asString();
    }
}

package dev.muster.cli;

import dev.muster.base.Bytes;
import dev.muster.base.HostName;
import dev.muster.base.Problem;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.plan.StepId;
import dev.muster.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/// Writes our records as the JSON that scripts rely on: names in camelCase after the records' components, a reading
/// as `{"value": …}` or `{"unknown": "why"}`, a text in the chosen language, bytes as a number, a duration in
/// seconds.
final class Json {

    private final Texts texts;
    private final JsonMapper mapper;

    Json(Texts texts) {
        this.texts = texts;
        var module = new SimpleModule();
        add(module, Reading.class, Json::reading);
        add(module, Text.class, (text, json, _) -> json.writeString(texts.of(text)));
        add(module, Bytes.class, (bytes, json, _) -> json.writeNumber(bytes.value()));
        add(module, HostName.class, (name, json, _) -> json.writeString(name.value()));
        add(module, StepId.class, (id, json, _) -> json.writeString(id.value()));
        add(module, Instant.class, (time, json, _) -> json.writeString(time.toString()));
        add(module, Duration.class, (duration, json, _) -> json.writeNumber(duration.toMillis() / 1000.0));
        add(module, Enum.class, (constant, json, _) -> json.writeString(word(constant)));
        mapper = JsonMapper.builder().addModule(module).build();
    }

    /// A constant as JSON says it: `NOT_APPLICABLE` is `not-applicable`.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    ObjectNode object() {
        return mapper.createObjectNode();
    }

    JsonNode read(String json) {
        return mapper.readTree(json);
    }

    JsonNode tree(Object value) {
        return mapper.valueToTree(value);
    }

    /// One document, indented, for people and `jq` alike.
    String document(Object value) {
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /// One line.
    String line(Object value) {
        return mapper.writeValueAsString(value);
    }

    /// `{"exit": 2, "problems": […]}`
    ObjectNode ending(Exit exit, List<Problem> problems) {
        var ending = object().put("exit", exit.code());
        ending.putArray("problems").addAll(problems(problems));
        return ending;
    }

    List<ObjectNode> problems(List<Problem> problems) {
        return problems.stream().map(this::problem).toList();
    }

    private ObjectNode problem(Problem problem) {
        var place = problem.place();
        return object().put("file", place.file())
                .put("line", place.line())
                .put("column", place.column())
                .put("field", place.field())
                .put("value", place.value())
                .put("what", texts.of(problem.what()))
                .put("why", texts.of(problem.why()))
                .put("fix", texts.of(problem.fix()));
    }

    private static void reading(Reading<?> reading, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        switch (reading) {
            case Reading.Known<?>(var value) -> context.defaultSerializeProperty("value", value, json);
            case Reading.Unknown<?>(var why) -> json.writeStringProperty("unknown", why);
        }
        json.writeEndObject();
    }

    private static <T> void add(SimpleModule module, Class<T> type, Writer<T> writer) {
        module.addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                writer.write(value, json, context);
            }
        });
    }

    @FunctionalInterface
    private interface Writer<T> {
        void write(T value, JsonGenerator json, SerializationContext context);
    }
}

package dev.muster.setup.file;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The JSON Schema of the setup file, which `muster schema` prints and every file is checked against.
public final class SetupSchema {

    private static final String RESOURCE = "/setup/setup.schema.json";

    private SetupSchema() {}

    /// JSON Schema 2020-12, as text.
    public static String json() {
        try (var stream = SetupSchema.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("not in this build: " + RESOURCE);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    static List<Error> errors(JsonNode setup) {
        return Loaded.SCHEMA.validate(setup);
    }

    /// The keys that an object may have, by where its part of the schema is: `#/$defs/host`.
    static List<String> keys(NodePath part) {
        var properties = at(part).map(node -> node.get("properties"));
        return properties.map(node -> List.copyOf(node.propertyNames())).orElse(List.of());
    }

    private static Optional<JsonNode> at(NodePath path) {
        var node = Loaded.SCHEMA.getSchemaNode();
        for (var i = 0; i < path.getNameCount() && node != null; i++) {
            node = path.getElement(i) instanceof Integer index ? node.get(index) : node.get(path.getName(i));
        }
        return Optional.ofNullable(node);
    }

    /// Read once, when the first file is.
    private static final class Loaded {
        private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json(), InputFormat.JSON);
    }
}

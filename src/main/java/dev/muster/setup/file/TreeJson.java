package dev.muster.setup.file;

import dev.muster.setup.file.Tree.Mapping;
import dev.muster.setup.file.Tree.Scalar;
import dev.muster.setup.file.Tree.Sequence;
import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The same values as the schema checker wants them.
final class TreeJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_NUMBER = 30;

    private TreeJson() {}

    static JsonNode of(Tree tree) {
        return switch (tree) {
            case Mapping mapping -> {
                var object = NODES.objectNode();
                mapping.entries().forEach(entry -> object.set(entry.key(), of(entry.value())));
                yield object;
            }
            case Sequence sequence -> {
                var array = NODES.arrayNode();
                sequence.items().forEach(item -> array.add(of(item)));
                yield array;
            }
            case Scalar scalar -> scalar(scalar);
        };
    }

    private static JsonNode scalar(Scalar scalar) {
        var written = scalar.written();
        return switch (scalar.kind()) {
            case NOTHING -> NODES.nullNode();
            case TRUTH -> NODES.booleanNode(written.equalsIgnoreCase("true"));
            case WHOLE -> whole(written);
            case NUMBER ->
                written.length() > LONGEST_NUMBER
                        ? NODES.stringNode(written)
                        : NODES.numberNode(new BigDecimal(written));
            case TEXT -> NODES.stringNode(written);
        };
    }

    private static JsonNode whole(String written) {
        if (written.length() > LONGEST_NUMBER) {
            return NODES.stringNode(written);
        }
        var number = new BigInteger(written.startsWith("+") ? written.substring(1) : written);
        return number.bitLength() < Integer.SIZE ? NODES.numberNode(number.intValue()) : NODES.numberNode(number);
    }
}

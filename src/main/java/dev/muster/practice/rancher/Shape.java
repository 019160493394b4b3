package dev.muster.practice.rancher;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What a piece of a request's body may look like.
sealed interface Shape {

    /// @param allowed empty: any
    record Word(Set<String> allowed) implements Shape {

        public Word {
            allowed = Set.copyOf(allowed);
        }
    }

    record Whole() implements Shape {}

    record Flag() implements Shape {}

    /// A map that the admin fills: values are words.
    record Words() implements Shape {}

    record ListOf(Shape item) implements Shape {}

    record Fields(Map<String, Shape> known, Set<String> needed) implements Shape {

        public Fields {
            known = Map.copyOf(known);
            needed = Set.copyOf(needed);
        }

        private void each(JsonNode node, String at) throws Refusal {
            require(node.isObject(), at, "an object");
            for (var name : needed) {
                if (node.path(name).isMissingNode()
                        || node.path(name).asString("x").isEmpty()) {
                    throw Refusal.missing(below(at, name));
                }
            }
            for (var entry : node.properties()) {
                var shape = known.get(entry.getKey());
                if (shape == null) {
                    throw new Refusal(
                            422,
                            "InvalidBodyContent",
                            below(at, entry.getKey()),
                            "practice Rancher doesn't know this field");
                }
                shape.check(entry.getValue(), below(at, entry.getKey()));
            }
        }
    }

    /// @param at where it stands: `rancherKubernetesEngineConfig.network`; empty: the body itself
    default void check(JsonNode node, String at) throws Refusal {
        switch (this) {
            case Word(var allowed) -> {
                require(node.isString(), at, "a word");
                if (!allowed.isEmpty() && !allowed.contains(node.asString())) {
                    throw new Refusal(422, "InvalidOption", at, "one of " + allowed);
                }
            }
            case Whole() -> require(node.isIntegralNumber(), at, "a whole number");
            case Flag() -> require(node.isBoolean(), at, "true or false");
            case Words() -> {
                require(node.isObject(), at, "a map");
                for (var entry : node.properties()) {
                    require(entry.getValue().isString() || entry.getValue().isNumber(), at, "a map of words");
                }
            }
            case ListOf(var item) -> {
                require(node.isArray(), at, "a list");
                for (var each : node) {
                    item.check(each, at);
                }
            }
            case Fields fields -> fields.each(node, at);
        }
    }

    private static void require(boolean fits, String at, String wanted) throws Refusal {
        if (!fits) {
            throw new Refusal(422, "InvalidFormat", at, wanted);
        }
    }

    private static String below(String at, String name) {
        return at.isEmpty() ? name : at + "." + name;
    }
}

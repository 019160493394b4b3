package dev.muster.probe;

import dev.muster.base.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rows that `probe.ps1` wrote as JSON, strictly: one that isn't as promised makes the whole answer unknown.
final class WindowsRows {

    private static final JsonMapper MAPPER = new JsonMapper();

    private WindowsRows() {}

    static <T> Reading<List<T>> all(Answers answers, String key, Function<Row, T> read) {
        return switch (answers.text(key)) {
            case Reading.Known<String>(var text) -> all(key, text, read);
            case Reading.Unknown<String>(var why) -> Reading.unknown(why);
        };
    }

    private static <T> Reading<List<T>> all(String key, String text, Function<Row, T> read) {
        try {
            var root = MAPPER.readTree(text);
            if (!root.isArray()) {
                return Reading.unknown(key + ": not rows: " + Clean.text(text));
            }
            var rows = new ArrayList<T>();
            for (var node : root) {
                rows.add(read.apply(new Row(node)));
            }
            return Reading.of(List.copyOf(rows));
        } catch (JacksonException e) {
            return Reading.unknown(key + ": not JSON: " + Clean.text(text));
        } catch (Unreadable e) {
            return Reading.unknown(key + ": " + e.getMessage());
        }
    }

    /// The answer has one row.
    static <T> Reading<T> one(Answers answers, String key, Function<Row, T> read) {
        return switch (all(answers, key, read)) {
            case Reading.Known<List<T>>(var rows) ->
                rows.size() == 1
                        ? Reading.of(rows.getFirst())
                        : Reading.unknown(key + ": " + rows.size() + " rows instead of 1");
            case Reading.Unknown<List<T>>(var why) -> Reading.unknown(why);
        };
    }

    static <V> Reading<Map<String, V>> map(Answers answers, String key, String name, Function<Row, V> read) {
        return all(answers, key, row -> Map.entry(row.text(name), read.apply(row)))
                .map(rows -> {
                    var map = new LinkedHashMap<String, V>();
                    rows.forEach(row -> map.put(row.getKey(), row.getValue()));
                    return Map.copyOf(map);
                });
    }

    /// A value that isn't what the script promised.
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String field, JsonNode value) {
            super(field + ": " + Clean.text(value.toString()), null, false, false);
        }
    }

    /// One object of an answer.
    record Row(JsonNode node) {

        private JsonNode value(String field) {
            return node.path(field);
        }

        /// Fit to be shown; empty where the host has nothing.
        String text(String field) {
            var value = value(field);
            if (value.isNull()) {
                return "";
            }
            if (!value.isValueNode() || value.isMissingNode()) {
                throw new Unreadable(field, value);
            }
            return Clean.text(value.asString());
        }

        /// A whole number from zero up, also one that is written as text.
        long number(String field) {
            var value = value(field);
            if (value.isIntegralNumber() && value.canConvertToLong() && value.asLong() >= 0) {
                return value.asLong();
            }
            if (value.isString() && value.asString().matches("\\d{1,18}")) {
                return Long.parseLong(value.asString());
            }
            throw new Unreadable(field, value);
        }

        int small(String field) {
            var number = number(field);
            if (number != (int) number) {
                throw new Unreadable(field, value(field));
            }
            return (int) number;
        }

        boolean flag(String field) {
            var value = value(field);
            if (!value.isBoolean()) {
                throw new Unreadable(field, value);
            }
            return value.asBoolean();
        }

        /// A switch in the registry: a number, or nothing at all.
        long registry(String field, long whenAbsent) {
            return value(field).isNull() ? whenAbsent : number(field);
        }

        List<String> texts(String field) {
            var value = value(field);
            if (!value.isArray()) {
                throw new Unreadable(field, value);
            }
            var texts = new ArrayList<String>();
            value.forEach(text -> texts.add(Clean.text(text.asString(""))));
            return texts;
        }
    }
}

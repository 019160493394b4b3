package dev.muster.catalog;

import dev.muster.base.Bytes;
import dev.muster.base.Reading;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Makes records of what a YAML file of the catalogue says; the records are its schema. Every component has its key,
/// every key its component; `null` is for `@Nullable` components only, `{unknown: why}` for a [Reading]; numbers
/// aren't negative; a `source` names an entry of the legend; a [KnownBuild] is one. Anything else says file and line.
final class Rows {

    private static final Pattern AMOUNT = Pattern.compile("(\\d+) (MiB|GiB)");

    private final String file;
    private final Vocabulary vocabulary;

    Rows(String file, Vocabulary vocabulary) {
        this.file = file;
        this.vocabulary = vocabulary;
    }

    <T extends Record> T read(Node tree, Class<T> type) {
        return type.cast(row(tree, type, ""));
    }

    /// The keys of a mapping, in their order; none twice.
    Map<String, Node> keys(Node tree, Object type, String field) {
        if (!(tree instanceof MappingNode mapping)) {
            throw misfit(tree, field, type);
        }
        var keys = new LinkedHashMap<String, Node>();
        for (NodeTuple entry : mapping.getValue()) {
            var key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (keys.put(key, entry.getValueNode()) != null) {
                throw fault(entry.getKeyNode(), in(field, key), "stands here twice");
            }
        }
        return keys;
    }

    /// The numbers under a key of each row of a list.
    Set<Integer> numbers(Node tree, String key) {
        var numbers = new LinkedHashSet<Integer>();
        if (tree instanceof SequenceNode list) {
            for (var one : list.getValue()) {
                if (keys(one, "row", key).get(key) instanceof ScalarNode scalar) {
                    numbers.add((Integer) scalar(scalar, Integer.class, key));
                }
            }
        }
        return numbers;
    }

    LocalDate date(Node tree, String field) {
        return (LocalDate) value(tree, LocalDate.class, field);
    }

    private Object row(Node tree, Class<?> type, String field) {
        var keys = keys(tree, type.getSimpleName(), field);
        var components = type.getRecordComponents();
        var names = Arrays.stream(components).map(RecordComponent::getName).toList();
        keys.forEach((key, node) -> {
            if (!names.contains(key)) {
                throw fault(node, in(field, key), "isn't known here; known are " + names);
            }
        });
        var types = new Class<?>[components.length];
        var values = new @Nullable Object[components.length];
        for (var i = 0; i < components.length; i++) {
            var name = components[i].getName();
            types[i] = components[i].getType();
            var node = keys.get(name);
            if (node == null) {
                throw fault(tree, in(field, name), "is missing");
            }
            values[i] = component(node, components[i], in(field, name));
        }
        return make(tree, type, types, values, field);
    }

    private @Nullable Object component(Node tree, RecordComponent component, String field) {
        if (Tag.NULL.equals(tree.getTag()) && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return null;
        }
        var value = value(tree, component.getGenericType(), field);
        if (component.isAnnotationPresent(KnownBuild.class)) {
            builds(tree, value, field);
        }
        if (component.getName().equals("source") || component.getName().equals("sources")) {
            sources(tree, value, field);
        }
        return value;
    }

    private void builds(Node tree, Object value, String field) {
        var named = switch (value) {
            case List<?> list -> list;
            case Map<?, ?> table ->
                table.keySet().stream().map(key -> number(key)).toList();
            default -> List.of(value);
        };
        for (var build : named) {
            if (!vocabulary.builds().contains(build)) {
                throw fault(tree, field, build + " isn't a build that windows.yaml has");
            }
        }
    }

    private static Object number(Object key) {
        var text = String.valueOf(key);
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : text;
    }

    private void sources(Node tree, Object value, String field) {
        for (var source : value instanceof List<?> list ? list : List.of(value)) {
            if (!vocabulary.knows(String.valueOf(source))) {
                throw fault(tree, field, "\"" + source + "\" names no source of sources.yaml, so it has no date");
            }
        }
    }

    private Object make(Node tree, Class<?> type, Class<?>[] types, @Nullable Object[] values, String field) {
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw fault(tree, field, why(e));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(file + " " + field, e);
        }
    }

    private static String why(InvocationTargetException e) {
        var cause = e.getCause();
        return cause == null ? "refused" : String.valueOf(cause.getMessage());
    }

    private Object value(Node tree, Type type, String field) {
        return switch (type) {
            case ParameterizedType generic when generic.getRawType() == Reading.class -> reading(tree, generic, field);
            case ParameterizedType generic when tree instanceof SequenceNode list -> list(list, generic, field);
            case ParameterizedType generic when generic.getRawType() == Map.class -> map(tree, generic, field);
            case Class<?> plain when plain.isRecord() && plain != Bytes.class -> row(tree, plain, field);
            case Class<?> plain when tree instanceof ScalarNode scalar -> scalar(scalar, plain, field);
            default -> throw misfit(tree, field, type.getTypeName());
        };
    }

    /// The value, or `{unknown: why}`.
    private Reading<?> reading(Node tree, ParameterizedType type, String field) {
        if (tree instanceof MappingNode) {
            var keys = keys(tree, "reading", field);
            var why = keys.get("unknown");
            if (why != null && keys.size() == 1) {
                return Reading.unknown((String) value(why, String.class, in(field, "unknown")));
            }
        }
        return Reading.of(value(tree, type.getActualTypeArguments()[0], field));
    }

    private Object list(SequenceNode list, ParameterizedType type, String field) {
        var element = type.getActualTypeArguments()[0];
        var values = new ArrayList<>();
        for (var one : list.getValue()) {
            values.add(value(one, element, field + "[" + values.size() + "]"));
        }
        if (type.getRawType() == List.class) {
            return values;
        }
        if (type.getRawType() == Set.class) {
            return new LinkedHashSet<>(values);
        }
        throw misfit(list, field, type.getTypeName());
    }

    private Map<String, Object> map(Node tree, ParameterizedType type, String field) {
        var values = new LinkedHashMap<String, Object>();
        keys(tree, "table", field)
                .forEach((key, one) -> values.put(key, value(one, type.getActualTypeArguments()[1], in(field, key))));
        return values;
    }

    private Object scalar(ScalarNode scalar, Class<?> type, String field) {
        var text = scalar.getValue();
        var tag = scalar.getTag();
        if ((type == boolean.class || type == Boolean.class) && tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        if ((type == int.class || type == Integer.class) && tag.equals(Tag.INT) && text.matches("-?\\d{1,9}")) {
            var number = Integer.parseInt(text);
            if (number < 0) {
                throw fault(scalar, field, text + " is below 0");
            }
            return number;
        }
        if (!tag.equals(Tag.STR) || (text.isBlank() && type != String.class)) {
            throw misfit(scalar, field, type.getSimpleName());
        }
        return type == String.class ? text : fromText(scalar, text, type, field);
    }

    private Object fromText(ScalarNode scalar, String text, Class<?> type, String field) {
        if (type == LocalDate.class) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw misfit(scalar, field, "date");
            }
        }
        if (type == Bytes.class) {
            return amount(scalar, text, field);
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.toString().equals(text.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> fault(
                            scalar,
                            field,
                            text + " isn't one of "
                                    + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
        }
        throw misfit(scalar, field, type.getSimpleName());
    }

    /// `512 MiB`, `4 GiB`
    private Bytes amount(ScalarNode scalar, String text, String field) {
        var amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            throw fault(scalar, field, text + " isn't an amount such as 512 MiB or 4 GiB");
        }
        var number = Long.parseLong(amount.group(1));
        return amount.group(2).equals("GiB") ? Bytes.gibi(number) : Bytes.mebi(number);
    }

    private static String in(String field, String key) {
        return field.isEmpty() ? key : field + "." + key;
    }

    private RowFault misfit(Node tree, String field, Object type) {
        var found = tree instanceof ScalarNode scalar
                ? scalar.getValue()
                : "a " + tree.getNodeType().toString().toLowerCase(Locale.ROOT);
        return fault(tree, field, found + " isn't a " + type);
    }

    RowFault fault(Node tree, String field, String said) {
        return new RowFault(
                file, tree.getStartMark().map(mark -> mark.getLine() + 1).orElse(0), field, said);
    }
}

package dev.muster.catalog;

import dev.muster.base.Bytes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes records of what a YAML file of the catalogue says. Every component has its key, every key its component;
/// `null` is for `@Nullable` components only. Anything else is our own fault, and says where.
final class Rows {

    private static final Pattern AMOUNT = Pattern.compile("(\\d+) (MiB|GiB)");

    private Rows() {}

    /// @param tree what the parser made: maps, lists, texts, numbers, truth values
    /// @param where to be named when it doesn't fit
    static <T extends Record> T read(@Nullable Object tree, Class<T> type, String where) {
        return type.cast(row(tree, type, where));
    }

    private static Object row(@Nullable Object tree, Class<?> type, String where) {
        if (!(tree instanceof Map<?, ?> map)) {
            throw misfit(where, type, tree);
        }
        var components = type.getRecordComponents();
        var names = Arrays.stream(components).map(RecordComponent::getName).toList();
        if (!names.containsAll(map.keySet())) {
            throw new IllegalStateException(where + ": keys " + map.keySet() + ", known are " + names);
        }
        var types = new Class<?>[components.length];
        var values = new @Nullable Object[components.length];
        for (var i = 0; i < components.length; i++) {
            var name = components[i].getName();
            types[i] = components[i].getType();
            if (!map.containsKey(name)) {
                throw new IllegalStateException(where + "." + name + " is missing");
            }
            values[i] = component(map.get(name), components[i], where + "." + name);
        }
        return make(type, types, values, where);
    }

    private static @Nullable Object component(@Nullable Object tree, RecordComponent component, String where) {
        if (tree == null && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return null;
        }
        return value(tree, component.getGenericType(), where);
    }

    private static Object make(Class<?> type, Class<?>[] types, @Nullable Object[] values, String where) {
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(where, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(where, e);
        }
    }

    private static Object value(@Nullable Object tree, Type type, String where) {
        return switch (type) {
            case ParameterizedType generic when tree instanceof Collection<?> list -> list(list, generic, where);
            case ParameterizedType generic when tree instanceof Map<?, ?> map -> map(map, generic, where);
            case Class<?> plain when plain.isRecord() && plain != Bytes.class -> row(tree, plain, where);
            case Class<?> plain when plain == boolean.class && tree instanceof Boolean -> tree;
            case Class<?> plain when plain == int.class || plain == Integer.class -> number(tree, plain, where);
            case Class<?> plain when plain == String.class && tree instanceof String -> tree;
            case Class<?> plain when tree instanceof String text -> fromText(text, plain, where);
            default -> throw misfit(where, type, tree);
        };
    }

    private static Object number(@Nullable Object tree, Class<?> type, String where) {
        if (tree instanceof Integer number) {
            return number;
        }
        throw misfit(where, type, tree);
    }

    private static Object list(Collection<?> list, ParameterizedType type, String where) {
        var element = type.getActualTypeArguments()[0];
        var values = list.stream().map(one -> value(one, element, where + "[]")).toList();
        if (type.getRawType() == List.class) {
            return values;
        }
        if (type.getRawType() == Set.class) {
            return new LinkedHashSet<>(values);
        }
        throw misfit(where, type, list);
    }

    private static Object map(Map<?, ?> map, ParameterizedType type, String where) {
        var values = new LinkedHashMap<String, Object>();
        map.forEach((key, one) ->
                values.put(String.valueOf(key), value(one, type.getActualTypeArguments()[1], where + "." + key)));
        return values;
    }

    private static Object fromText(String text, Class<?> type, String where) {
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type == Bytes.class) {
            return amount(text, where);
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.toString().equals(text.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> misfit(where, type, text));
        }
        throw misfit(where, type, text);
    }

    /// `512 MiB`, `4 GiB`
    private static Bytes amount(String text, String where) {
        var amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            throw misfit(where, Bytes.class, text);
        }
        var number = Long.parseLong(amount.group(1));
        return amount.group(2).equals("GiB") ? Bytes.gibi(number) : Bytes.mebi(number);
    }

    private static IllegalStateException misfit(String where, Type type, @Nullable Object tree) {
        return new IllegalStateException(where + ": " + tree + " isn't a " + type.getTypeName());
    }
}
